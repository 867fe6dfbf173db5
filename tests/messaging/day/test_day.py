"""A day with 2,000 families and 6,000 messages: the worker is killed three times, the mail server and the database go
away.

What is promised: nobody gets a mail twice, and what the mail server said that it keeps is there. What is not known is
written down as such: a worker that dies between the dot that ends a mail and the answer to it, or a server that does,
leaves a mail that may have arrived. It is never sent again, and its delivery is not `confirmed`. So a mail can be
missing only when the server itself died, or refused, in that very moment: one for each connection at most.

Seen to bite, with 200 families and kills only: with a journal whose marks are not believed 45 mails came twice; without
recovering 50 messages stayed `sending`, and the day never ended.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from time import monotonic

import asyncpg
import pytest
from messaging.day.processes import PostOffice, Process, at_work, post_office, worker_of
from messaging.day.school import Day, day_of

from domain.kernel.database import Database

pytestmark = pytest.mark.slow

FAMILIES, WITHOUT_ADDRESS, MAILS_EACH = 2_000, 50, 3
MAILS = FAMILIES * MAILS_EACH
KILLS, AT_ONCE = 3, 4
BUSY = 0.01
PATIENCE_SECONDS = 1_200

Mishap = Callable[[PostOffice, Process, asyncpg.Connection], Awaitable[None]]

_STATES = "SELECT state, count(*) FROM messages GROUP BY state"
_CUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
 WHERE datname = current_database() AND application_name = 'samenspraak' AND pid <> pg_backend_pid()
"""
_SENT = """
SELECT d.id::text, g.email, m.occasion, d.confirmed
  FROM messages m
  JOIN message_deliveries d ON d.school_id = m.school_id AND d.message_id = m.id
  JOIN guardians g ON g.school_id = m.school_id AND g.id = m.guardian_id
 WHERE m.state = 'sent' AND d.state = 'sent' AND d.channel = 'email'
"""


async def killed(_: PostOffice, worker: Process, __: asyncpg.Connection) -> None:
    worker.kill()
    worker.start()


async def cut(_: PostOffice, __: Process, owner: asyncpg.Connection) -> None:
    """As when PostgreSQL starts anew: what the worker was about to write down is not written down."""
    await owner.fetch(_CUT)


async def away(post: PostOffice, _: Process, __: asyncpg.Connection) -> None:
    """As a server is updated."""
    post.process.stop()
    await asyncio.sleep(8)
    post.open()


async def crashed(post: PostOffice, _: Process, __: asyncpg.Connection) -> None:
    post.process.kill()
    await asyncio.sleep(2)
    post.open()


async def lived(day: Day, url: str, post: PostOffice, worker: Process) -> None:
    """Until everybody heard everything, whatever happens meanwhile, at moments that a seed chose."""
    chance, deadline = Random(5), monotonic() + PATIENCE_SECONDS
    mishaps: list[Mishap] = [*[killed] * KILLS, cut, away, crashed]
    chance.shuffle(mishaps)
    moments = sorted(chance.sample(range(MAILS // 20, MAILS * 9 // 10), len(mishaps)))
    owner = await asyncpg.connect(url)
    while (states := dict(await owner.fetch(_STATES))).get("sent", 0) < MAILS:
        assert monotonic() < deadline, (states, worker.log.read_text()[-2000:])
        if moments and post.count() >= moments[0]:
            moments.pop(0)
            await asyncio.sleep(chance.random())
            await mishaps.pop()(post, worker, owner)
        worker.keep_up()
        async with Database(url, reads=1, writes=1).opened() as database:
            await day.go_on(database)
        await asyncio.sleep(0.5)
    await owner.close()
    assert not mishaps
    assert states == {"sent": MAILS, "task": WITHOUT_ADDRESS}


def test_everybody_hears_everything_once(new_database: Callable[[str], str], worker_id: str, tmp_path: Path) -> None:
    url = new_database(f"day_{worker_id}")

    async def live() -> list[asyncpg.Record]:
        async with Database(url, reads=1, writes=1).opened() as database:
            day = await day_of(url, database, FAMILIES, WITHOUT_ADDRESS)
        worker = worker_of(url, post, MAILS_AT_ONCE=str(AT_ONCE))
        with at_work(worker):
            await lived(day, url, post, worker)
        owner = await asyncpg.connect(url)
        sent = await owner.fetch(_SENT)
        await owner.close()
        return sent

    with post_office(tmp_path, BUSY) as post:
        sent = asyncio.run(live())
    checked(sent, post)


def checked(sent: list[asyncpg.Record], post: PostOffice) -> None:
    """By recipient and event: as the database has it, and as the mail server wrote it down."""
    assert len(sent) == len({(one["email"], one["occasion"]) for one in sent}) == MAILS
    wanted = {f"<{one['id']}@localhost>": one for one in sent}
    kept = Counter((note["id"], *note["to"]) for note in post.notes() if note["kept"])
    refused = {note["id"] for note in post.notes() if not note["kept"]}
    twice = {mail: times for mail, times in kept.items() if times > 1}
    arrived = {mail for mail, _ in kept}
    missing = wanted.keys() - arrived
    unsure = {mail for mail, one in wanted.items() if not one["confirmed"]}
    told = f"{len(arrived)} of {len(wanted)} arrived, {len(twice)} twice; {len(unsure)} not confirmed"
    print(f"{told}, of which {len(unsure & arrived)} arrived; {len(refused)} were refused at their end and came again")
    assert twice == {}
    assert all(wanted[mail]["email"] == address for mail, address in kept)
    assert missing <= unsure
    assert len(unsure) <= AT_ONCE * (KILLS + 1)
    assert len(missing - refused) <= AT_ONCE
