"""Where one side gives way: a field of an agreement, and why."""

from dataclasses import dataclass

from domain.plans.negotiation.answered import Compromise
from domain.plans.sentences import Sentence


@dataclass(frozen=True, slots=True)
class GivenWay:
    """A field of an agreement that does not lie in both."""

    field: str
    why: Sentence

    def read(self, language: str | None) -> Compromise:
        return Compromise(field=self.field, code=self.why.message.code, reason=self.why.read(language))
