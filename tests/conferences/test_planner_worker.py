"""A worker that is stopped while it plans, and one that dies: neither leaves a planner or a job behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conferences.problems import TINY
from house import House
from working import reached

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="children are counted in /proc"),
]
Begin = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def begin(database_url: str) -> Iterator[Begin]:
    """Starts a worker, as an operator would."""
    begun = []

    def start() -> "subprocess.Popen[bytes]":
        environment = os.environ | {"DATABASE_URL": database_url, "LOG_LEVEL": "error"}
        begun.append(subprocess.Popen([sys.executable, "-m", "api", "worker"], env=environment))
        return begun[-1]

    yield start
    for process in begun:
        process.kill()
        process.wait()


def planner_of(house: House, worker: "subprocess.Popen[bytes]") -> tuple[str, Path]:
    """A planning that has placed something, and its process."""
    admin = house.admin_client
    url = admin.post("/v1/planner/solve?seconds=120", TINY).headers["location"]
    deadline = time.monotonic() + 60
    while not admin.get(url).json()["progress"]["done"]:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    (child,) = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()
    return url, Path("/proc") / child


def gone(process: Path, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while process.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    return not process.exists()


def test_a_worker_that_is_stopped_finishes_with_the_best_so_far(house: House, begin: Begin) -> None:
    worker = begin()
    url, planner = planner_of(house, worker)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(15) == 0
    assert gone(planner, 0)
    assert house.admin_client.get(url).json()["status"] == "succeeded"


def test_a_planner_whose_worker_died_ends_and_the_job_is_done_by_another(house: House, begin: Begin) -> None:
    worker = begin()
    url, planner = planner_of(house, worker)
    worker.kill()
    worker.wait()
    assert gone(planner, 10)
    dead = house.admin_client.get(url).json()["version"]
    begin()
    deadline = time.monotonic() + 60  # the queue waits for half a minute before it gives up on the first one
    while house.admin_client.get(url).json()["version"] == dead:
        assert time.monotonic() < deadline
        time.sleep(0.5)
    house.admin_client.post(f"{url}/finish")
    assert reached(house.admin_client, url)["status"] == "succeeded"
