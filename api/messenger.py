"""The worker's second task: it follows what happens in schools, and sends what has to be said."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import TypeVar
from uuid import UUID

import asyncpg

from api.log import failure, logger
from domain.kernel.database import Database
from domain.kernel.session import SchoolSession
from domain.kernel.settings import Settings
from domain.messaging.actions.following import follow
from domain.messaging.actions.recovering import ALIVE, recover, recover_of_the_gone
from domain.messaging.actions.reminding import remind
from domain.messaging.actions.sending import Postman
from domain.messaging.actions.writing import Origin
from domain.messaging.channels.ways import ways_out
from domain.messaging.journal import kept_in
from domain.messaging.queries.schools import busy_schools
from domain.privacy.retention import all_schools

T = TypeVar("T")

LOOK_SECONDS, REMIND_SECONDS = 2, 60


@asynccontextmanager
async def messages_sent(
    settings: Settings, database: Database, connection: asyncpg.Connection, stopping: asyncio.Event
) -> AsyncIterator[None]:
    """For as long as the block lasts; afterwards what is under way is finished. The connection holds a lock by which
    others know that we live."""
    with kept_in(settings.data_dir / "journals") as journal:
        await connection.execute(ALIVE, journal.name)
        async with ways_out(settings) as ways:
            origin = Origin(settings.mail_sender, settings.address)
            postman = Postman(database, ways, journal, origin, settings.mails_at_once, stopping)
            tasks = [
                asyncio.create_task(_every(LOOK_SECONDS, Round(postman).make, stopping)),
                asyncio.create_task(_every(REMIND_SECONDS, partial(remind_everywhere, database, stopping), stopping)),
            ]
            try:
                yield
            finally:
                stopping.set()
                await asyncio.gather(*tasks)


class Round:
    """What a postman does again and again."""

    def __init__(self, postman: Postman) -> None:
        self._postman = postman

    async def make(self) -> None:
        """Until nothing is left to do: one part of every school's work, then the next, so that none waits for another.

        What was left in the middle comes first: by a worker before us, or by ourselves when the database was away.
        """
        busy = await busy_schools(self._postman.database)
        await self._recover([one.school_id for one in busy if one.has_open])
        schools = [one.school_id for one in busy if one.has_work]
        while schools and not self._postman.stopping.is_set():
            schools = [school_id for school_id in schools if await self._serve(school_id)]

    async def _serve(self, school_id: UUID) -> bool:
        """Whether there may be more. What cannot be followed holds up nothing that is due, and one message no other."""
        if self._postman.stopping.is_set():
            return False
        more = await _tried(self._follow(school_id))
        sent = await _tried(self._postman.send(school_id))
        if sent is None:
            sent = await _tried(self._postman.send_one(school_id))
        return bool(sent or more)

    async def _follow(self, school_id: UUID) -> bool:
        async with self._postman.database.working_for(school_id) as session:
            return await follow(session)

    async def _recover(self, schools: Iterable[UUID]) -> None:
        """The journal is needed until all of it is settled."""
        marks = self._postman.journal.marks()
        settled = [await _tried(self._recover_in(school_id, marks)) for school_id in schools]
        if None not in settled:
            self._postman.journal.clear()
        if any(settled):
            logger.info("journal_taken_up", deliveries=sum(filter(None, settled)))

    async def _recover_in(self, school_id: UUID, marks: Mapping[UUID, bytes]) -> int:
        async with self._postman.database.working_for(school_id) as session:
            return await recover(session, self._postman.journal.name, marks)


async def remind_everywhere(database: Database, stopping: asyncio.Event) -> None:
    """What is said because its time came, and what workers left that never came back."""
    for one in await busy_schools(database):
        if one.has_open:
            await _tried(_within(database, one.school_id, recover_of_the_gone))
    for school_id in await all_schools(database):
        if stopping.is_set():
            return
        await _tried(_within(database, school_id, remind))


async def _within(database: Database, school_id: UUID, deed: Callable[[SchoolSession], Awaitable[object]]) -> None:
    async with database.working_for(school_id) as session:
        await deed(session)


async def _tried(deed: Awaitable[T]) -> T | None:
    """None when it broke: the other schools go on, and this one comes again."""
    try:
        return await deed
    except Exception as broken:  # noqa: BLE001 - whatever it is, it is told, and holds up nobody else
        failure(broken)
        return None


async def _every(seconds: float, deed: Callable[[], Awaitable[None]], stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        try:
            await deed()
        except Exception as broken:  # noqa: BLE001 - it comes again; the worker goes on
            failure(broken)
        try:
            await asyncio.wait_for(stopping.wait(), seconds)
        except TimeoutError:
            continue
