"""6,000 mails through the worker, from the events to the ledger, beside handing in as many ready ones."""

import asyncio
import sys
import time
from itertools import count
from pathlib import Path
from time import process_time

import aiosmtplib
import asyncpg
from rich.console import Console

from domain.kernel.database import Database
from tests.benchmarks.processes import children_of, cpu_seconds

sys.path.append("tests")

from messaging.day.processes import PostOffice, at_work, post_office, worker_of
from messaging.day.school import day_of

MAILS, AT_ONCE, BYTES_EACH = 6_000, 4, 4_000
_SENT = "SELECT count(*) FROM messages WHERE school_id = $1 AND state = 'sent'"


async def measure_mails(console: Console, url: str, postmaster: int, folder: Path) -> None:
    """CPU of the worker with PostgreSQL, and of the floor, as a ratio; the mail server counts for neither."""
    with post_office(folder, busy=0) as post:
        ours, seconds = await _ours(url, postmaster, post)
        before = process_time()
        await _floor(post)
        floor = process_time() - before
    each = f"{ours / MAILS * 1e3:.1f} ms of CPU each, {MAILS / seconds:.0f} a second"
    console.print(f"{MAILS:,} mails through the worker: {each}; {ours / floor:.1f} times handing in ready ones")


async def _ours(url: str, postmaster: int, post: PostOffice) -> tuple[float, float]:
    """Seconds of CPU, and of waiting, from the first mail that was sent to the last."""
    async with Database(url, 1, 2).opened() as database:
        day = await day_of(url, database, MAILS)
    owner = await asyncpg.connect(url)
    worker = worker_of(url, post)
    with at_work(worker):
        assert worker.running
        pid = worker.running.pid

        def cpu() -> float:
            return cpu_seconds(pid) + sum(map(cpu_seconds, children_of(postmaster)))

        before, started = 0.0, 0.0
        while (sent := await owner.fetchval(_SENT, day.school_id)) < MAILS:
            if not sent:
                before, started = cpu(), time.monotonic()
            await asyncio.sleep(0.2)
        spent = cpu() - before, time.monotonic() - started
    await owner.close()
    return spent


async def _floor(post: PostOffice) -> None:
    head, line = b"Subject: x\r\n\r\n", b"x" * 70 + b"\r\n"
    content, numbers = head + line * (BYTES_EACH // len(line)), count()

    async def carry() -> None:
        async with aiosmtplib.SMTP(hostname="127.0.0.1", port=post.port) as smtp:
            while (number := next(numbers)) < MAILS:
                await smtp.sendmail("a@localhost", [f"{number}@families.test"], content)

    await asyncio.gather(*(carry() for _ in range(AT_ONCE)))
