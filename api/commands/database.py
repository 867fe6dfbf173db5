"""`samenspraak migrate | seed | doctor`: the database, its content, and what is wrong."""

import asyncio
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from api import doctor, first_run
from api.chosen_database import database_of
from api.progress import shown_on
from domain.kernel.login import create_login
from domain.kernel.migrations import upgrade
from domain.kernel.settings import Settings
from domain.seeding.content import ContentError

app = typer.Typer()
errors = Console(stderr=True)


@app.command()
def migrate() -> None:
    """Bring the database up to date, and set the login of API and worker right (APP_DATABASE_URL)."""
    settings = Settings()
    with database_of(settings) as url:
        upgrade(url)
        if settings.app_database_url:
            asyncio.run(create_login(url, settings.app_database_url))
    errors.print("The database is up to date.")


@app.command()
def seed(demo: Annotated[bool, typer.Option(help="Also the demo school; never in production.")] = False) -> None:
    """Load the shared library from seed_content/. Repeat it safely: only what changed is written."""
    settings = Settings()
    with database_of(settings) as url, Progress(console=errors) as bar:
        try:
            asyncio.run(first_run.seed(settings, url, demo=demo, progress=shown_on(bar)))
        except ContentError as wrong:
            errors.print(str(wrong), markup=False)
            raise typer.Exit(1) from None


@app.command(name="doctor")
def examine() -> None:
    """Say what is wrong, and how to mend it."""
    findings = asyncio.run(doctor.examine(Settings()))
    for finding in findings:
        typer.echo(
            f"{'ok     ' if finding.ok else 'TO MEND'}  {finding.what}{'' if finding.ok else f': {finding.mend}'}"
        )
    raise typer.Exit(0 if all(finding.ok for finding in findings) else 1)
