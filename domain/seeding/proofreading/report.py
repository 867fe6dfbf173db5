"""The whole content, proofread: what is wrong, what may be better, what there is, and how it reads."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from domain.seeding.entries import Flaw
from domain.seeding.proofreading.copied import Page
from domain.seeding.proofreading.languages import equal_placeholders, known_languages, lonely_languages
from domain.seeding.proofreading.lengths import too_long
from domain.seeding.proofreading.links import unfit_links
from domain.seeding.proofreading.readability import Score, hard_shelves, medians, scores_of
from domain.seeding.proofreading.sheets import LIBRARY, Sheet, gather
from domain.seeding.proofreading.stock import Stock, stock_of

Proof = Callable[[Sheet], Iterator[Flaw]]

HARDEST = 10
_PROOFS: tuple[Proof, ...] = (known_languages, equal_placeholders, too_long, unfit_links)


class Report(NamedTuple):
    """Flaws must be mended, hints are worth a look. Files are named from where the folder was named."""

    flaws: list[Flaw]
    hints: list[Flaw]
    stock: list[Stock]
    medians: dict[str, float]
    hardest: list[Score]


def proofread(folder: Path, page: str | None = None) -> Report:
    """Everything in a folder such as `seed_content`; with the text of a page, also what is copied from it."""
    content, sheets, flaws = gather(folder)
    proofs = _PROOFS if page is None else (*_PROOFS, Page(page).copied)
    scores = [score for sheet in sheets if sheet.shelf in content for score in scores_of(sheet)]
    flaws += [flaw for sheet in sheets for proof in proofs for flaw in proof(sheet)]
    flaws += [flaw.beneath(LIBRARY) for flaw in hard_shelves(scores)]
    hints = [hint for sheet in sheets for hint in lonely_languages(sheet)]
    return Report(
        flaws=_named_from(folder, flaws),
        hints=_named_from(folder, hints),
        stock=stock_of(content, scores),
        medians=medians(scores),
        hardest=[score.beneath(folder) for score in sorted(scores, key=lambda score: score.score)[:HARDEST]],
    )


def _named_from(folder: Path, flaws: Iterable[Flaw]) -> list[Flaw]:
    """In the order of the files, each once."""
    return sorted({flaw.beneath(folder) for flaw in flaws})
