"""The worker and the mail server of a day, each a process of its own that can die at any moment."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

READY_SECONDS = 60


@dataclass
class Process:
    """Started again with the same command."""

    command: list[str]
    environment: dict[str, str]
    log: Path
    starts: int = 0
    running: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        self.starts += 1
        with self.log.open("ab") as log:
            environment = os.environ | self.environment
            self.running = subprocess.Popen(self.command, env=environment, stdout=log, stderr=log)

    def keep_up(self) -> None:
        """As whoever watches over it does."""
        if self.running and self.running.poll() is not None:
            self.start()

    def kill(self) -> None:
        """No chance to say goodbye."""
        assert self.running
        self.running.kill()
        self.running.wait()

    def stop(self) -> None:
        assert self.running
        self.running.terminate()
        self.running.wait(READY_SECONDS)


@dataclass
class PostOffice:
    """The mail server: what it wrote down, and where it listens."""

    folder: Path
    port: int
    busy: float
    process: Process = field(init=False)

    def __post_init__(self) -> None:
        script = Path(__file__).with_name("post_office.py")
        command = [sys.executable, str(script), str(self.port), str(self.book), str(self.busy)]
        self.process = Process(command, {}, self.folder / "post.log")

    @property
    def book(self) -> Path:
        return self.folder / "book"

    def open(self) -> None:
        self.process.start()
        deadline = time.monotonic() + READY_SECONDS
        while not self._answers():
            assert time.monotonic() < deadline
            time.sleep(0.05)

    def count(self) -> int:
        return self.book.read_bytes().count(b"\n")

    def notes(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.book.read_text().splitlines()]

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True


def worker_of(url: str, post: PostOffice, **more: str) -> Process:
    environment = {
        "DATABASE_URL": url,
        "DATA_DIR": str(post.folder / "data"),
        "SMTP_URL": f"smtp://127.0.0.1:{post.port}",
        "LOG_LEVEL": "warning",
    }
    return Process([sys.executable, "-m", "api", "worker"], environment | more, post.folder / "worker.log")


@contextmanager
def post_office(folder: Path, busy: float) -> Iterator[PostOffice]:
    """Open, on a free port; `busy` is how often it is, from 0 to 1."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        post = PostOffice(folder, free.getsockname()[1], busy)
    post.open()
    try:
        yield post
    finally:
        post.process.kill()


@contextmanager
def at_work(worker: Process) -> Iterator[Process]:
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()
