"""From nothing to a running house: an embedded database, its content, a demo school, and tokens to try."""

import asyncio
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from rich.console import Console
from rich.progress import Progress

from api.issuer import ISSUER, EmbeddedIssuer, scope_of
from domain.kernel.database import Database
from domain.kernel.embedded import EmbeddedPostgres
from domain.kernel.migrations import upgrade
from domain.kernel.permissions import Role
from domain.kernel.settings import Settings
from domain.seeding.content import seed_content
from domain.seeding.demo import seed_demo

console = Console(stderr=True, highlight=False)

SHOWN = (Role.ADMINISTRATOR, Role.TEACHER, Role.GUARDIAN, Role.STUDENT, Role.INTEGRATION_CLIENT)
READY_SECONDS = 60
STOP_SECONDS = 30
TOKEN_SECONDS = 24 * 3600

Told = Callable[[str, int, int | None], None]
"""Called with what is being done, how much is done, and of how much."""


@contextmanager
def database_of(settings: Settings) -> Iterator[str]:
    """The URL of the configured database, or of the embedded one, started for as long as it is needed."""
    if settings.database_url:
        yield settings.database_url
        return
    postgres = EmbeddedPostgres(settings.data_dir.resolve() / "postgres")
    started_here = postgres.start()
    try:
        yield postgres.url
    finally:
        if started_here:
            postgres.stop()


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


def serving(host: str, port: int, workers: int) -> list[str]:
    """The command that serves: a fresh process that imports nothing but the API."""
    flags = ["--factory", "--no-access-log", "--no-server-header", "--loop", "uvloop", "--http", "httptools"]
    place = ["--host", host, "--port", str(port), "--workers", str(workers), "--timeout-graceful-shutdown", "20"]
    return [sys.executable, "-m", "uvicorn", "api.app:create_app", *flags, *place]


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
            children = stack.enter_context(_children(settings, url))
            _wait_until_ready(settings, children)
            _welcome(settings)
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


def shown_on(bar: Progress) -> Told:
    """Progress on a rich bar, one task for each thing that is done."""
    tasks: dict[str, object] = {}

    def tell(what: str, done: int, total: int | None) -> None:
        task = tasks.setdefault(what, bar.add_task(what, total=total) if what not in tasks else None)
        bar.update(task, completed=done, total=total)  # type: ignore[arg-type]

    return tell


@contextmanager
def _children(settings: Settings, url: str) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """The API and the worker, each a process of its own; both end with us."""
    environment = os.environ | {"DATABASE_URL": url, "DATA_DIR": str(settings.data_dir), "PORT": str(settings.port)}
    commands = [serving("127.0.0.1", settings.port, 1), [sys.executable, "-m", "api", "worker"]]
    children = [
        subprocess.Popen(command, env=environment, preexec_fn=_end_with_parent)  # noqa: PLW1509 - there is one thread
        for command in commands
    ]
    try:
        yield children
    finally:
        for child in children:
            child.terminate()
        for child in children:
            try:
                child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()


def _end_with_parent() -> None:
    """Even a `kill -9` of the parent then leaves nothing behind that holds the port (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)


_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def _wait_until_ready(settings: Settings, children: list["subprocess.Popen[bytes]"]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and all(child.poll() is None for child in children):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/health/ready", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the API did not become ready; the lines above say why")


def _welcome(settings: Settings) -> None:
    issuer = EmbeddedIssuer.of(settings)
    secret = issuer.register("demo-integration_client", scope_of(Role.INTEGRATION_CLIENT))
    print(f"\nSamenspraak is ready.\n\n  Documentation, with a try-out:  {settings.address}/docs\n")
    print("Tokens of the demo school, good for a day (paste one under Authentication):\n")
    for role in SHOWN:
        print(f"{role}\n{issuer.token(f'demo-{role}', seconds=TOKEN_SECONDS, scope=scope_of(role))}\n")
    print("For systems: POST /oauth/token with grant_type=client_credentials,")
    print(f"client_id=demo-integration_client and client_secret={secret}\n\nCtrl-C stops everything.", flush=True)


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
