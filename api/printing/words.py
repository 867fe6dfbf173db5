"""The words of printed pages, in one language, and which way a text runs that is in another."""

import unicodedata
from typing import Any, NamedTuple

from domain.kernel.days import times_in
from domain.kernel.printed import printed_words
from domain.kernel.text import FIRST, RIGHT_TO_LEFT, Language, pick

Said = str | dict[str, str]
"""A text in the language of the page; in another one with `lang` or `dir`, so that it is set and read out right."""


class Words(NamedTuple):
    """The words of one language."""

    language: Language

    @property
    def times(self) -> dict[str, Any]:
        """Names of days and months, and how a time is said."""
        return times_in(self.language)

    def label(self, name: str, **filled: Any) -> str:
        """What a page says of itself."""
        return str(pick(printed_words("words")[name], self.language)).format(**filled)

    def labels(self, *names: str) -> dict[str, str]:
        """Several of them, by name."""
        return {name: self.label(name) for name in names}

    def kind(self, group: str, key: str) -> str:
        """A role, a channel or another word of the API."""
        return str(pick(printed_words("people-and-places")[group][key], self.language))

    def invitation(self, meeting_type: str) -> str | None:
        """What this form of conversation is, for who is invited."""
        said = printed_words("invitations").get(meeting_type)
        return said and str(pick(said, self.language))

    def picked(self, text: dict[str, str] | None) -> Said | None:
        """A text of the catalogue: in this language, else in Dutch and marked as such."""
        if text is None:
            return None
        return text[self.language] if self.language in text else {"said": text[FIRST], "lang": FIRST}

    def written(self, text: str | None) -> Said | None:
        """A text that somebody wrote, in whatever language: it runs the way its first letter does."""
        if text is None:
            return None
        to_left = next((_RUNS[kind] for kind in map(unicodedata.bidirectional, text) if kind in _RUNS), None)
        if to_left is None or to_left == (self.language in RIGHT_TO_LEFT):
            return text
        return {"said": text, "dir": "rtl" if to_left else "ltr"}


_RUNS = {"L": False, "R": True, "AL": True}
