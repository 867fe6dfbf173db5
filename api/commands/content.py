"""`samenspraak content check`: whether what we wrote is complete, true to its rules, ours, and easy to read."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.content_report import document_of, hardest_of, markdown_of, table_of
from domain.kernel.settings import Settings
from domain.seeding.proofreading.report import Report, proofread

app = typer.Typer()
content = typer.Typer(no_args_is_help=True)
app.add_typer(content, name="content")
console, aside = Console(highlight=False), Console(stderr=True, highlight=False)


@content.callback()
def about() -> None:
    """The content of the catalogue, as it stands in its files."""


@content.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="Such as seed_content, which it is when left out.", exists=True)
    ] = None,
    page: Annotated[
        Path | None, typer.Option(help="A text of which nothing may be copied.", exists=True, dir_okay=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Everything, for machines.")] = False,
    as_table: Annotated[bool, typer.Option("--table", help="Only what there is, in Markdown, for README.")] = False,
) -> None:
    """Proofread the content: every flaw with its file and line (exit code 1), or a table of what there is."""
    report = proofread(_from_here(folder or Settings().content), page.read_text("utf-8") if page else None)
    if as_json:
        typer.echo(json.dumps(document_of(report), indent=2, ensure_ascii=False))
    elif report.flaws:
        typer.echo("\n".join(map(str, report.flaws)))
    elif as_table:
        typer.echo(markdown_of(report))
    else:
        _show(report)
    raise typer.Exit(1 if report.flaws else 0)


def _from_here(folder: Path) -> Path:
    """The short way to it, so that a terminal finds the files that are named."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def _show(report: Report) -> None:
    console.print(table_of(report))
    shelves = ", ".join(f"{shelf} {found:.0f}" for shelf, found in report.medians.items())
    typer.echo(f"Readability (median, Flesch-Douma): {shelves}\nHardest to read:")
    typer.echo("\n".join(f"  {hard}" for hard in hardest_of(report)))
    for hint in report.hints:
        aside.print(f"hint: {hint}", markup=False, soft_wrap=True)
