"""How easily the Dutch texts read: Flesch's formula as W.H. Douma set it for Dutch, from 0 (hard) to 100 and more."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from domain.kernel.text import FIRST
from domain.seeding.entries import Flaw
from domain.seeding.proofreading.sheets import Sheet
from domain.seeding.proofreading.syllables import syllables

EASY_ENOUGH = 60
"""What half of the texts of a shelf must reach: plain Dutch, read without trouble at the age of thirteen."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_END = re.compile(r"[.!?…]+[\"“”’»)]*(?:\s+|$)")


class Score(NamedTuple):
    """What a text scores, and where it stands."""

    shelf: str
    form: str | None
    file: str
    line: int
    place: str
    score: float

    def beneath(self, folder: Path) -> "Score":
        """The same, its file named from further up."""
        return self._replace(file=(folder / self.file).as_posix())


def scores_of(sheet: Sheet) -> Iterator[Score]:
    """Of each Dutch text that is running text; a name or a label has no sentence to measure."""
    for place, words in sheet.entry.texts:
        said = words[FIRST].strip()
        if _END.search(said):
            file, line, named, _ = sheet.entry.flaw((*place, FIRST), "")
            yield Score(sheet.shelf, sheet.form, file, line, named, flesch_douma(said))


def flesch_douma(text: str) -> float:
    """Of a text with at least one word."""
    words = _WORD.findall(text)
    sentences = sum(1 for sentence in _END.split(text) if _WORD.search(sentence))
    return 206.84 - 0.93 * len(words) / sentences - 77 * sum(map(syllables, words)) / len(words)


def medians(scores: list[Score]) -> dict[str, float]:
    """By shelf, and in total."""
    by_shelf: dict[str, list[float]] = defaultdict(list)
    for score in scores:
        by_shelf[score.shelf].append(score.score)
    by_shelf["total"] = [score.score for score in scores]
    return {shelf: median(found) for shelf, found in by_shelf.items() if found}


def hard_shelves(scores: list[Score]) -> Iterator[Flaw]:
    """Shelves of which half the texts are too hard."""
    for shelf, found in medians(scores).items():
        if found < EASY_ENOUGH:
            message = (
                f"Half of these texts read no better than {found:.0f} (Flesch-Douma): {EASY_ENOUGH} is easy enough."
            )
            yield Flaw(shelf, 0, "readability", message)
