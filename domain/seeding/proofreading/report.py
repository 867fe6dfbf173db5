"""The whole content, proofread: what is wrong, what may be better, what there is, and how it reads."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from domain.seeding.entries import Flaw
from domain.seeding.proofreading.copied import Page
from domain.seeding.proofreading.languages import equal_placeholders, lonely_languages
from domain.seeding.proofreading.lengths import too_long
from domain.seeding.proofreading.links import unfit_links
from domain.seeding.proofreading.readability import Score, hard_shelves, medians, scores_of
from domain.seeding.proofreading.sheets import Part, Sheet, demo_school, library, pictogram_names
from domain.seeding.proofreading.stock import Stock, stock_of
from domain.seeding.shelves import read_content

Proof = Callable[[Sheet], Iterator[Flaw]]

HARDEST = 10
_PROOFS: tuple[Proof, ...] = (equal_placeholders, too_long, unfit_links)


class Report(NamedTuple):
    """Flaws must be mended, hints are worth a look. Files are named from where the folder was named."""

    flaws: list[Flaw]
    hints: list[Flaw]
    stock: list[Stock]
    medians: dict[str, float]
    hardest: list[Score]


def proofread(folder: Path, page: str | None = None) -> Report:
    """Everything in a folder such as `seed_content`; with the text of a page, also what is copied from it."""
    content, found = read_content(folder / "catalogue")
    shelves = library(content, found)
    parts = [shelves, demo_school(folder), pictogram_names(folder)]
    proofs = _PROOFS if page is None else (*_PROOFS, Page(page).copied)
    scores = [score for sheet in shelves.sheets for score in scores_of(sheet)]
    scores = [score._replace(file=(folder / shelves.name / score.file).as_posix()) for score in scores]
    flaws = [flaw.beneath(folder / part.name) for part in parts for flaw in (*part.flaws, *_found(part, *proofs))]
    flaws += [flaw.beneath(folder / shelves.name) for flaw in hard_shelves(scores)]
    hints = [hint.beneath(folder / part.name) for part in parts for hint in _found(part, lonely_languages)]
    hardest = sorted(scores, key=lambda score: score.score)[:HARDEST]
    return Report(sorted(flaws), hints, stock_of(content, scores), medians(scores), hardest)


def _found(part: Part, *proofs: Proof) -> Iterator[Flaw]:
    return (flaw for sheet in part.sheets for proof in proofs for flaw in proof(sheet))
