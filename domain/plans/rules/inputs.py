"""What both sides bring in before they agree (R06)."""

from dataclasses import dataclass

from domain.plans.models.contact_words import ContactChannel


@dataclass(frozen=True)
class Inputs:
    """What both sides brought in. None: not heard yet."""

    school: frozenset[ContactChannel] | None
    answerer: frozenset[ContactChannel] | None
    """Of the staff member who will answer, when they have options of their own."""
    wished: frozenset[ContactChannel] | None
    """By the party that the agreement is with."""
    a_guardian_was_heard: bool

    @property
    def offered(self) -> frozenset[ContactChannel]:
        """What the school can keep up: its channels, and of those the ones that the answerer has too."""
        school = self.school or frozenset()
        return school if self.answerer is None else school & self.answerer
