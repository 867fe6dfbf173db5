"""A planning on the terminal: a bar while it goes on, and at the end what it came to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

MOST_LEFT_OUT = 20
"""So many talks that were left out are shown; the schedule has them all."""


class PlanBar:
    """Talks placed of all talks, with what is left, what is proven, and how much families wait."""

    def __init__(self, console: Console) -> None:
        self._bar = Progress(
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[figures]}"),
            TimeElapsedColumn(),
            console=console,
        )
        self._task = self._bar.add_task("starting", total=None, figures="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def show(self, progress: Mapping[str, Any]) -> None:
        told = dict(zip(("mandatory left", "weight left", "", "burden"), progress["objective"], strict=False))
        figures = [f"{name} {value}" for name, value in told.items() if name] + [f"gap {_share(progress['gap'])}"]
        self._bar.update(
            self._task,
            description=progress["phase"],
            completed=progress["placed"],
            total=progress["talks"],
            figures=", ".join(figures),
        )


def tables_of(schedule: Mapping[str, Any]) -> Iterable[Table]:
    """What was planned and what is proven; and which talks found no place, and why."""
    yield _summary(schedule)
    if left := schedule["unscheduled"]:
        yield _left_out(left)


def _summary(schedule: Mapping[str, Any]) -> Table:
    planned, left, proof = schedule["scheduled"], schedule["unscheduled"], schedule["proof"]
    table = Table(title=schedule["problem"], show_header=False, title_justify="left")
    table.add_row("talks planned", f"{len(planned)} of {len(planned) + len(left)}")
    for name, value in schedule["objective"].items():
        table.add_row(name.replace("_", " "), f"{value}")
    table.add_row("gap on planned weight", _share(proof["gap"]))
    table.add_row("levels proven the best", str(proof["proven_levels"]))
    return table


def _left_out(left: list[dict[str, Any]]) -> Table:
    counts = ", ".join(f"{reason} {count}" for reason, count in Counter(talk["reason"] for talk in left).most_common())
    table = Table("talk", "reason", "would fit", "if", title=f"Left out: {counts}", title_justify="left")
    for talk in left[:MOST_LEFT_OUT]:
        relaxation = talk.get("relaxation") or {"start": "", "atoms": [], "moves": []}
        gives = [f"{give['kind']} {give.get('who') or ''}".strip() for give in relaxation["atoms"]]
        moves = [f"{move['meeting']} at {move['start']}" for move in relaxation.get("moves", [])]
        table.add_row(talk["meeting"], talk["reason"], relaxation["start"], ", ".join(gives + moves))
    if len(left) > MOST_LEFT_OUT:
        table.caption = f"and {len(left) - MOST_LEFT_OUT} more"
    return table


def table_of_flaws(flaws: list[dict[str, Any]]) -> Table:
    """Where a problem is to be mended."""
    table = Table("where", "what", title="This problem cannot be planned as it is.", title_justify="left")
    for flaw in flaws:
        table.add_row(flaw["pointer"] or "/", flaw["detail"]["en"])
    return table


def _share(gap: float | None) -> str:
    return "not known" if gap is None else f"{100 * gap:.2f} %"
