"""Facts carry over, sentences do not: words in a row that also stand on somebody else's page."""

import re
from collections import defaultdict
from collections.abc import Iterator
from unicodedata import normalize

from domain.seeding.entries import Flaw
from domain.seeding.proofreading.sheets import Sheet

RUN = 8
"""So many words in a row are somebody's wording, also when they are the name of a thing."""

_WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> list[str]:
    """Without case, punctuation and white space."""
    return _WORD.findall(normalize("NFC", text).casefold())


class Page:
    """A page whose words are not ours."""

    def __init__(self, text: str) -> None:
        self._words = _words(text)
        self._starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for start in range(len(self._words) - RUN + 1):
            self._starts[tuple(self._words[start : start + RUN])].append(start)

    def copied(self, sheet: Sheet) -> Iterator[Flaw]:
        """Runs that a sheet shares with the page, in any of its strings."""
        for place, node in sheet.entry.parts:
            for run in self.runs(node) if isinstance(node, str) else ():
                yield sheet.entry.flaw(place, f"These words stand on the page: {run}")

    def runs(self, text: str) -> Iterator[str]:
        """Each as long as it gets."""
        words, start = _words(text), 0
        while start + RUN <= len(words):
            length = self._longest(words[start:])
            if length:
                yield " ".join(words[start : start + length])
            start += length or 1

    def _longest(self, words: list[str]) -> int:
        return max((self._alike(words, start) for start in self._starts.get(tuple(words[:RUN]), ())), default=0)

    def _alike(self, words: list[str], start: int) -> int:
        """How many words are the same from here on."""
        pairs = enumerate(zip(words, self._words[start:], strict=False))
        return next((place for place, (mine, its) in pairs if mine != its), min(len(words), len(self._words) - start))
