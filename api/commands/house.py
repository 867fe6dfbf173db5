"""`samenspraak run | serve | worker`: the house at work."""

import asyncio
import os
import sys

import typer

from api import first_run
from api.processes import serving
from api.worker import work
from domain.kernel.settings import Settings

app = typer.Typer()


@app.command()
def run() -> None:
    """Everything for a first look: database, content, demo school, worker and API, with tokens to try."""
    sys.exit(first_run.run(Settings()))


@app.command()
def serve(host: str = "127.0.0.1", port: int | None = None, workers: int = 1) -> None:
    """Serve the API. Needs DATABASE_URL; `run` brings a database of its own."""
    settings = Settings()
    os.execv(sys.executable, serving(host, port or settings.port, workers))  # noqa: S606 - our own command


@app.command()
def worker() -> None:
    """Carry out jobs: imports, and later planning and messages."""
    asyncio.run(work(Settings()))
