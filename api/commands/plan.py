"""`samenspraak plan`: a schedule for a problem that is a document; no database, no settings, no school."""

import asyncio
import json
import signal
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from api.plan_report import PlanBar, table_of_flaws, tables_of
from domain.conferences.planner.process import Budget, PlannerBroke, Planning, ProblemRefused, planning

app = typer.Typer()
console = Console(stderr=True, highlight=False, markup=False)

REFUSED = 2
"""The exit code of a problem that cannot be planned as it is; 1 is for what breaks down here."""


@app.command()
def plan(
    problem: Annotated[Path, typer.Argument(help="A problem document (JSON).", exists=True, dir_okay=False)],
    seconds: Annotated[float, typer.Option(min=1, max=3600, help="The whole time, proof included.")] = 30,
    seed: Annotated[int, typer.Option(min=0, help="With one worker: same seed, same schedule.")] = 1,
    workers: Annotated[int, typer.Option(min=1, max=4, help="Cores to use.")] = 1,
    out: Annotated[Path | None, typer.Option(help="Where the schedule goes; printed when left out.")] = None,
) -> None:
    """Plan, and show how it goes. Ctrl-C ends it with the best schedule so far."""
    try:
        schedule = asyncio.run(_planned(_read(problem), Budget(seconds, seed, workers)))
    except ProblemRefused as refused:
        console.print(table_of_flaws(refused.flaws))
        raise typer.Exit(REFUSED) from None
    except PlannerBroke as broke:
        console.print(f"The planner broke down: {broke}.")
        raise typer.Exit(1) from None
    written = json.dumps(schedule, ensure_ascii=False)
    if out is None:
        typer.echo(written)
    else:
        out.write_text(f"{written}\n", "utf-8")
    console.print(*tables_of(schedule), sep="\n")


def _read(problem: Path) -> str:
    """The document as one line."""
    try:
        return json.dumps(json.loads(problem.read_bytes()))
    except ValueError as unreadable:
        console.print(f"This is no JSON: {unreadable}")
        raise typer.Exit(REFUSED) from None


async def _planned(document: str, budget: Budget) -> dict[str, Any]:
    with PlanBar(console) as bar:
        async with planning(document, budget) as planner:
            _stop_first(planner)
            async for progress in planner:
                bar.show(progress)
    return planner.schedule


def _stop_first(planner: Planning) -> None:
    """The first Ctrl-C asks for the best so far; a second one is meant."""
    loop = asyncio.get_running_loop()

    def interrupted() -> None:
        planner.stop()
        loop.remove_signal_handler(signal.SIGINT)

    loop.add_signal_handler(signal.SIGINT, interrupted)
