"""The worker's second task: it follows what happens in schools, and sends what has to be said."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from uuid import UUID

import asyncpg

from api.log import failure, logger
from domain.kernel.database import Database
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
        self._postman, self._has_recovered = postman, False

    async def make(self) -> None:
        """Until nothing is left to do: one part of every school's work, then the next, so that none waits for another.

        What a worker before us left behind comes first, and what we could not settle ourselves.
        """
        if not self._has_recovered:
            await self._recover()
        schools = [one.school_id for one in await busy_schools(self._postman.database) if one.has_work]
        while schools and not self._postman.stopping.is_set():
            schools = [school_id for school_id in schools if await self._serve(school_id)]

    async def _serve(self, school_id: UUID) -> bool:
        """Whether there may be more."""
        if self._postman.stopping.is_set():
            return False
        try:
            async with self._postman.database.working_for(school_id) as session:
                more = await follow(session)
            return bool(await self._postman.send(school_id)) or more
        except Exception as broken:  # noqa: BLE001 - the other schools go on; this one comes again
            failure(broken)
            self._has_recovered = False  # what was handed over may not be settled; our journal knows
            return False

    async def _recover(self) -> None:
        journal, database = self._postman.journal, self._postman.database
        marks = journal.marks()
        for one in await busy_schools(database):
            if one.has_open:
                async with database.working_for(one.school_id) as session:
                    await recover(session, journal.name, marks)
        journal.clear()
        self._has_recovered = True
        if marks:
            logger.info("journal_taken_up", deliveries=len(marks))


async def remind_everywhere(database: Database, stopping: asyncio.Event) -> None:
    """What is said because its time came, and what workers left that never came back."""
    for one in await busy_schools(database):
        if one.has_open:
            async with database.working_for(one.school_id) as session:
                await recover_of_the_gone(session)
    for school_id in await all_schools(database):
        if stopping.is_set():
            return
        async with database.working_for(school_id) as session:
            await remind(session)


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
