"""`samenspraak import`: a roster."""

import asyncio
import json
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.progress import Progress

from api.chosen_database import database_of
from api.progress import shown_on
from api.roster_cli import import_bundle
from domain.kernel.errors import Problem
from domain.kernel.settings import Settings
from domain.roster.flaws import Mode
from domain.seeding.demo import DEMO_SCHOOL

app = typer.Typer()
errors = Console(stderr=True)


@app.command(name="import")
def import_(
    bundle: Annotated[Path, typer.Argument(help="A OneRoster 1.1 or 1.2 CSV bundle (zip).", exists=True)],
    school: Annotated[UUID | None, typer.Option(help="Id of the school; the demo school when left out.")] = None,
    lenient: Annotated[bool, typer.Option(help="Accept small faults of exporting systems.")] = False,
    preview: Annotated[bool, typer.Option(help="Only tell what would change.")] = False,
) -> None:
    """Read a roster, tell what is added, changed and ended, and apply all of it or nothing."""
    mode = Mode.LENIENT if lenient else Mode.STRICT
    with database_of(Settings()) as url, Progress(console=errors) as bar:
        told = shown_on(bar)
        try:
            done = asyncio.run(import_bundle(url, school or DEMO_SCHOOL, bundle, mode, preview, told))
        except Problem as refused:
            errors.print(refused.message.words("en", refused.data), markup=False)
            raise typer.Exit(1) from None
    typer.echo(json.dumps(done.document, indent=2, ensure_ascii=False))
    raise typer.Exit(0 if done.ok else 1)
