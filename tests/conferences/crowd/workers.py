"""Two API workers under their supervisor, as they serve; and a worker that is killed while it goes on."""

import asyncio
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from api.processes import serving

WORKERS = 2
READY_SECONDS = 60


@dataclass(frozen=True)
class Serving:
    """The supervisor, and where it serves."""

    pid: int
    url: str

    def workers(self) -> list[int]:
        """The processes that serve now; beside them stands a tracker of resources, which serves nothing."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]

    def cpu(self) -> float:
        """Seconds that both workers have used so far."""
        return sum(int(Path(f"/proc/{one}/schedstat").read_text().split()[0]) for one in self.workers()) / 1e9

    async def kill_one(self) -> None:
        """No chance to say goodbye; the supervisor starts another."""
        before = self.workers()
        os.kill(before[0], signal.SIGKILL)
        async with asyncio.timeout(READY_SECONDS):
            while before[0] in self.workers() or len(self.workers()) < WORKERS:  # noqa: ASYNC110 - not our process
                await asyncio.sleep(0.1)


@contextmanager
def two_workers(database_url: str, folder: Path) -> Iterator[Serving]:
    """Serving this database, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        "DATABASE_URL": database_url,
        "DATA_DIR": str(folder),
        "PORT": str(port),
        "LOG_LEVEL": "error",
        "REQUESTS_PER_MINUTE": "100000",
    }
    process = subprocess.Popen(
        [*serving("127.0.0.1", port, WORKERS), "--log-level", "error"], env=os.environ | environment
    )
    served = Serving(process.pid, f"http://127.0.0.1:{port}")
    try:
        asyncio.run(_until_ready(served, process))
        yield served
    finally:
        process.terminate()
        process.wait(30)


async def _until_ready(served: Serving, process: "subprocess.Popen[bytes]") -> None:
    async with asyncio.timeout(READY_SECONDS), httpx.AsyncClient() as client:
        while process.poll() is None:
            try:
                if (await client.get(f"{served.url}/health/ready")).is_success and len(served.workers()) == WORKERS:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.1)
    raise RuntimeError("the workers did not start")
