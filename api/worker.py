"""The worker: takes jobs from PgQueuer's queue and carries them out, one process beside the API."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from uuid import UUID

import asyncpg
from pgqueuer import PgQueuer
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.adapters.persistence import qb
from pgqueuer.domain.settings import DBSettings
from pgqueuer.models import Job, Schedule
from pgqueuer.queries import Queries

from api.log import failure, logger, set_up
from domain.kernel.connections import APP_SETTINGS
from domain.kernel.database import Database
from domain.kernel.settings import Settings
from domain.kernel.work import Deed, carry_out
from domain.privacy.retention import forget_what_served
from domain.roster.actions import KIND as ROSTER_IMPORT
from domain.roster.actions import import_uploaded

DEEDS: dict[str, Deed] = {ROSTER_IMPORT: import_uploaded}
"""What each kind of job does."""

EVERY_HOUR = "17 * * * *"

JOBS_AT_ONCE = 2

LOOK_AGAIN = timedelta(seconds=2)
"""A notification can get lost between two listeners; then a job waits no longer than this."""


async def work(settings: Settings, deeds: dict[str, Deed] | None = None, *, signals: bool = True) -> None:
    """Carry out jobs until told to stop (SIGTERM, SIGINT, or cancellation); a job under way is finished first.

    Raises:
        RuntimeError: without DATABASE_URL.
    """
    if settings.database_url is None:
        raise RuntimeError("DATABASE_URL is not set; `samenspraak run` starts a database of its own")
    set_up(settings.log_level)
    connection = await asyncpg.connect(settings.database_url, server_settings=APP_SETTINGS)
    try:
        # A job may hold one connection for its work while it tells how far it is on another.
        writes = max(settings.write_connections, 2 * JOBS_AT_ONCE)
        async with Database(settings.database_url, settings.read_connections, writes).opened() as opened:
            queue = _queue(connection)
            _listen(queue, opened, DEEDS if deeds is None else deeds)
            _tidy(queue, opened)
            with _stopped_by_signals(queue) if signals else nullcontext():
                logger.info("worker_ready")
                await queue.run(LOOK_AGAIN, batch_size=1, max_concurrent_tasks=JOBS_AT_ONCE)
    finally:
        await connection.close()


def _queue(connection: asyncpg.Connection) -> PgQueuer:
    driver, names = AsyncpgDriver(connection), DBSettings(db_schema="queue")
    queries = Queries(
        driver,
        qbe=qb.QueryBuilderEnvironment(names),
        qbq=qb.QueryQueueBuilder(names),
        qbs=qb.QuerySchedulerBuilder(names),
    )
    return PgQueuer(driver, queries=queries)


def _listen(queue: PgQueuer, database: Database, deeds: dict[str, Deed]) -> None:
    @queue.entrypoint("job")
    async def carry_out_job(asked: Job) -> None:
        school_id, job_id = (UUID(part) for part in (asked.payload or b"").decode().split())
        try:
            await carry_out(database, deeds, school_id, job_id)
        except Exception as broken:  # noqa: BLE001 - the job's row says that it failed; the worker goes on
            failure(broken)


def _tidy(queue: PgQueuer, database: Database) -> None:
    @queue.schedule("retention", EVERY_HOUR)
    async def forget(_: Schedule) -> None:
        try:
            logger.info("retention", schools=await forget_what_served(database))
        except Exception as broken:  # noqa: BLE001 - it comes again next hour; the worker goes on
            failure(broken)


@contextmanager
def _stopped_by_signals(queue: PgQueuer) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, queue.shutdown.set)
    try:
        yield
    finally:
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(name)
