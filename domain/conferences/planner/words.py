"""Words that a person reads, in the three languages of the house. Of its own, for the planner loads no database."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """A stable code and what it says; `{names}` are filled from data that is never personal."""

    code: str
    nl: str
    fr: str
    en: str

    def filled(self, **data: Any) -> dict[str, str]:
        """The text in each language, by language."""
        return {language: text.format_map(data) for language, text in asdict(self).items() if language != "code"}
