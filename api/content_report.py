"""What proofreading found, for people at a terminal, for README and for machines."""

from collections.abc import Callable, Mapping
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from domain.catalogue.models import Audience, Phase
from domain.seeding.entries import Flaw
from domain.seeding.proofreading.report import Report
from domain.seeding.proofreading.stock import Stock


def _split(counts: Mapping[str, int], kinds: type[Audience] | type[Phase]) -> str:
    return "/".join(str(counts.get(kind, 0)) for kind in kinds)


_COLUMNS: dict[str, Callable[[Stock], str]] = {
    "form": lambda stock: stock.form,
    f"questions: {' / '.join(Audience)}": lambda stock: _split(stock.questions, Audience),
    f"checklist: {' / '.join(Phase)}": lambda stock: _split(stock.points, Phase),
    "tips": lambda stock: str(stock.tips),
    "materials": lambda stock: str(stock.materials),
    "languages": lambda stock: " ".join(stock.languages),
}
_READS = "reads"
"""The median readability. For the terminal only: it moves with every sentence that is mended."""


def table_of(report: Report) -> Table:
    """For a terminal, with the readability of each form and of the whole."""
    table = Table(*_COLUMNS, _READS, show_footer=True, box=SIMPLE_HEAD, show_edge=False, padding=0)
    table.columns[0].no_wrap = True
    for stock in report.stock:
        table.add_row(*_cells(stock), "" if stock.readability is None else f"{stock.readability:.0f}")
    for column, sum_ in zip(table.columns, _totals(report), strict=False):
        column.footer = sum_
    table.columns[-1].footer = f"{report.medians.get('total', 0):.0f}"
    return table


def markdown_of(report: Report) -> str:
    """For README: what there is."""
    rows = [list(_COLUMNS), ["---"] * len(_COLUMNS), *map(_cells, report.stock), _totals(report)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def document_of(report: Report) -> dict[str, Any]:
    """For machines."""
    return {
        "flaws": [flaw._asdict() for flaw in report.flaws],
        "hints": [hint._asdict() for hint in report.hints],
        "forms": [stock._asdict() for stock in report.stock],
        "median_readability": report.medians,
        "hardest": [score._asdict() for score in report.hardest],
    }


def hardest_of(report: Report) -> list[Flaw]:
    """The texts that read hardest, in the way flaws are told."""
    return [Flaw(one.file, one.line, one.place, f"reads at {one.score:.0f}") for one in report.hardest]


def _cells(stock: Stock) -> list[str]:
    return [cell(stock) for cell in _COLUMNS.values()]


def _totals(report: Report) -> list[str]:
    questions = sum(stock.questions.total() for stock in report.stock)
    points = sum(stock.points.total() for stock in report.stock)
    tips = sum(stock.tips for stock in report.stock)
    return ["all", str(questions), str(points), str(tips), "", ""]
