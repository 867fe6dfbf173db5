"""The API and the worker as processes of their own."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.kernel.settings import Settings

READY_SECONDS = 60
STOP_SECONDS = 30


def serving(host: str, port: int, workers: int) -> list[str]:
    """The command that serves: a fresh process that imports nothing but the API."""
    flags = ["--factory", "--no-access-log", "--no-server-header", "--loop", "uvloop", "--http", "httptools"]
    place = ["--host", host, "--port", str(port), "--workers", str(workers), "--timeout-graceful-shutdown", "20"]
    return [sys.executable, "-m", "uvicorn", "api.app:create_app", *flags, *place]


def keeping_mail(port: int, folder: Path) -> list[str]:
    """The command of a mail server for this machine only, which keeps what it gets."""
    flags = ["--nosetuid", "--smtputf8", "--listen", f"127.0.0.1:{port}"]
    return [sys.executable, "-m", "aiosmtpd", *flags, "--class", "aiosmtpd.handlers.Mailbox", str(folder)]


@contextmanager
def children_of(settings: Settings, url: str) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """The API, the worker, and a mail server unless there is one, each a process of its own; all end with us."""
    mail_port = _free_port()
    environment = {"SMTP_URL": f"smtp://127.0.0.1:{mail_port}"} | os.environ
    environment |= {"DATABASE_URL": url, "DATA_DIR": str(settings.data_dir), "PORT": str(settings.port)}
    commands = [serving("127.0.0.1", settings.port, 1), [sys.executable, "-m", "api", "worker"]]
    if not settings.smtp_url:
        commands.append(keeping_mail(mail_port, settings.kept_mail))
    children = [
        subprocess.Popen(command, env=environment, preexec_fn=_end_with_parent)  # noqa: PLW1509 - there is one thread
        for command in commands
    ]
    try:
        yield children
    finally:
        _stop(children)


def _stop(children: list["subprocess.Popen[bytes]"]) -> None:
    """All of them have the same while to finish what they do."""
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _end_with_parent() -> None:
    """Even a `kill -9` of the parent then leaves nothing behind that holds the port (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)


_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def wait_until_ready(settings: Settings, children: list["subprocess.Popen[bytes]"]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and all(child.poll() is None for child in children):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/health/ready", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the API did not become ready; the lines above say why")
