"""The command `samenspraak`."""

import asyncio
import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.progress import Progress

from api import doctor, first_run
from api.app import create_app
from api.issuer import EmbeddedIssuer
from api.roster_cli import import_bundle
from api.worker import work
from domain.kernel.errors import Problem
from domain.kernel.migrations import create_login, upgrade
from domain.kernel.permissions import Role
from domain.kernel.settings import Settings
from domain.roster.flaws import Mode
from domain.seeding.content import ContentError
from domain.seeding.demo import DEMO_SCHOOL

app = typer.Typer(name="samenspraak", help="Conversations between schools and families.", no_args_is_help=True)
errors = Console(stderr=True)

A_DAY = 24 * 3600
"""How long a demo token serves."""

DemoRole = StrEnum("DemoRole", {role.name: role.value for role in Role})  # type: ignore[misc]


@app.command()
def run() -> None:
    """Everything for a first look: database, content, demo school, worker and API, with tokens to try."""
    sys.exit(first_run.run(Settings()))


@app.command()
def serve(host: str = "127.0.0.1", port: int | None = None, workers: int = 1) -> None:
    """Serve the API. Needs DATABASE_URL; `run` brings a database of its own."""
    settings = Settings()
    os.execv(sys.executable, first_run.serving(host, port or settings.port, workers))  # noqa: S606 - our own command


@app.command()
def worker() -> None:
    """Carry out jobs: imports, and later planning and messages."""
    asyncio.run(work(Settings()))


@app.command()
def migrate() -> None:
    """Bring the database up to date, and set the login of API and worker right (APP_DATABASE_URL)."""
    settings = Settings()
    with first_run.database_of(settings) as url:
        upgrade(url)
        if settings.app_database_url:
            asyncio.run(create_login(url, settings.app_database_url))
    errors.print("The database is up to date.")


@app.command()
def seed(demo: Annotated[bool, typer.Option(help="Also the demo school; never in production.")] = False) -> None:
    """Load the shared library from seed_content/. Repeat it safely: only what changed is written."""
    settings = Settings()
    with first_run.database_of(settings) as url, Progress(console=errors) as bar:
        try:
            asyncio.run(first_run.seed(settings, url, demo=demo, progress=first_run.shown_on(bar)))
        except ContentError as wrong:
            errors.print(str(wrong), markup=False)
            raise typer.Exit(1) from None


@app.command(name="import")
def import_(
    bundle: Annotated[Path, typer.Argument(help="A OneRoster 1.1 or 1.2 CSV bundle (zip).", exists=True)],
    school: Annotated[UUID | None, typer.Option(help="Id of the school; the demo school when left out.")] = None,
    lenient: Annotated[bool, typer.Option(help="Accept small faults of exporting systems.")] = False,
    preview: Annotated[bool, typer.Option(help="Only tell what would change.")] = False,
) -> None:
    """Read a roster, tell what is added, changed and ended, and apply all of it or nothing."""
    mode = Mode.LENIENT if lenient else Mode.STRICT
    with first_run.database_of(Settings()) as url, Progress(console=errors) as bar:
        told = first_run.shown_on(bar)
        try:
            done = asyncio.run(import_bundle(url, school or DEMO_SCHOOL, bundle, mode, preview, told))
        except Problem as refused:
            errors.print(refused.message.words("en", refused.data), markup=False)
            raise typer.Exit(1) from None
    typer.echo(json.dumps(done.document, indent=2, ensure_ascii=False))
    raise typer.Exit(0 if done.ok else 1)


@app.command()
def token(
    role: Annotated[DemoRole, typer.Option(help="Of the demo school.")],
    seconds: Annotated[int, typer.Option(min=1, max=30 * A_DAY)] = A_DAY,
) -> None:
    """Print a token of the demo school, and nothing else."""
    try:
        issuer = EmbeddedIssuer.of(Settings())
    except RuntimeError as refused:
        errors.print(str(refused))
        raise typer.Exit(1) from None
    typer.echo(issuer.token(f"demo-{role.value}", seconds=seconds, scope=first_run.scope_of(role.value)))


@app.command(name="doctor")
def examine() -> None:
    """Say what is wrong, and how to mend it."""
    findings = asyncio.run(doctor.examine(Settings()))
    for finding in findings:
        typer.echo(
            f"{'ok     ' if finding.ok else 'TO MEND'}  {finding.what}{'' if finding.ok else f': {finding.mend}'}"
        )
    raise typer.Exit(0 if all(finding.ok for finding in findings) else 1)


@app.command()
def openapi() -> None:
    """Print the OpenAPI document."""
    typer.echo(json.dumps(create_app(Settings(environment="development")).openapi(), indent=2, ensure_ascii=False))
