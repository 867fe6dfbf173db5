"""From nothing to a running house: an embedded database, its content, a demo school, and tokens to try."""

import asyncio
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from rich.console import Console
from rich.progress import Progress

from api.chosen_database import database_of
from api.issuer import ISSUER
from api.processes import children_of, wait_until_ready
from api.progress import Told, shown_on
from api.welcome import welcome
from domain.kernel.database import Database
from domain.kernel.migrations import upgrade
from domain.kernel.settings import Settings
from domain.seeding.content import seed_content
from domain.seeding.demo import seed_demo

console = Console(stderr=True, highlight=False)


async def seed(settings: Settings, url: str, *, demo: bool, progress: Told) -> None:
    """The shared library, and the demo school when asked.

    Raises:
        ContentError: with file and line of everything that is wrong.
        RuntimeError: when the demo is asked in production.
    """
    if demo and settings.production:
        raise RuntimeError("the demo school does not go into production")
    async with Database(url, 2, 2).opened() as database:
        await seed_content(database, settings.content / "catalogue", progress)
        if demo:
            await seed_demo(database, settings.content / "demo" / "school.yaml", ISSUER)


def run(settings: Settings) -> int:
    """Start all of it, print where it is, and stay until interrupted. Returns the exit code."""
    if settings.production:
        console.print("`samenspraak run` is for a first look and refuses to start in production: see README.")
        return 1
    if _is_taken(settings.port):
        console.print(f"Port {settings.port} is in use. Choose another: make run PORT=8123")
        return 1
    with ExitStack() as stack:
        stack.enter_context(_interrupted_by_termination())
        try:
            url = stack.enter_context(database_of(settings))
            _prepare(settings, url)
            children = stack.enter_context(children_of(settings, url))
            wait_until_ready(settings, children)
            welcome(settings)
            return _stay(children)
        except KeyboardInterrupt:
            console.print("Stopping.")
    return 0


def _prepare(settings: Settings, url: str) -> None:
    with Progress(console=console, transient=True) as bar:
        told = shown_on(bar)
        told("migrations", 0, None)
        upgrade(url)
        asyncio.run(seed(settings, url, demo=True, progress=told))


def _stay(children: list["subprocess.Popen[bytes]"]) -> int:
    while all(child.poll() is None for child in children):
        time.sleep(0.5)
    console.print("A part of the house stopped; the lines above say why.")
    return 1


@contextmanager
def _interrupted_by_termination() -> Iterator[None]:
    """SIGTERM ends us as Ctrl-C does, so that nothing is left running."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
