"""A real worker on the real queue, in the loop of the app."""

import asyncio
import time
from collections.abc import Container, Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import FastAPI
from house import Client, Run

from api.worker import work
from domain.kernel.jobs import ENDED
from domain.kernel.work import Deed

PATIENCE = 90.0  # seconds


@contextmanager
def working(app: FastAPI, run: Run, deeds: dict[str, Deed]) -> Iterator[None]:
    """A worker that does these deeds for as long as the block lasts."""

    async def start() -> "asyncio.Task[None]":
        return asyncio.create_task(work(app.state.settings, deeds, signals=False, says=False))

    async def stop(task: "asyncio.Task[None]") -> None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    task = run(start())
    try:
        yield
    finally:
        run(stop(task))


def reached(client: Client, url: str, statuses: Container[str] = ENDED) -> dict[str, Any]:
    """The job as soon as it has one of these statuses; patient, because a machine that tests is a busy one."""
    deadline = time.monotonic() + PATIENCE
    while (job := client.get(url).json())["status"] not in statuses:
        assert time.monotonic() < deadline, job
        time.sleep(0.05)
    return job  # type: ignore[no-any-return]
