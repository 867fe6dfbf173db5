"""CPU and memory of processes, read from /proc, and servers to measure."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """User and system time of one process. `schedstat` counts nanoseconds where ticks are too coarse."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
    except FileNotFoundError:
        return 0.0


def children_of(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def pss_megabytes(pid: int) -> float:
    """Proportional set size: shared pages are counted by share."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


@dataclass(frozen=True)
class Server:
    """A server under measurement, and the postmaster whose backends work for it."""

    pid: int
    port: int
    postmaster: int
    ready_seconds: float

    def cpu(self) -> float:
        """Seconds of CPU that server and PostgreSQL have used so far."""
        return cpu_seconds(self.pid) + sum(cpu_seconds(child) for child in children_of(self.postmaster))


@contextmanager
def served(app: str, port: int, postmaster: int, environment: dict[str, str]) -> Iterator[Server]:
    """One uvicorn worker with this app, ready to answer."""
    flags = ["--factory", "--no-access-log", "--loop", "uvloop", "--http", "httptools", "--log-level", "warning"]
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port), *flags]
    started = time.monotonic()
    process = subprocess.Popen(command, env=os.environ | environment)
    try:
        asyncio.run(_until_open(port, process))
        yield Server(process.pid, port, postmaster, time.monotonic() - started)
    finally:
        process.terminate()
        process.wait(30)


async def _until_open(port: int, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.01)
        else:
            writer.close()
            return
    raise RuntimeError(f"the server on port {port} did not start")
