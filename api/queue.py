"""PgQueuer's queue, and what comes out of it."""

from datetime import timedelta
from uuid import UUID

import asyncpg
from pgqueuer import PgQueuer
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.adapters.persistence import qb
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.settings import DBSettings
from pgqueuer.models import Job, Schedule
from pgqueuer.queries import Queries

from api.log import failure, logger
from domain.conferences.actions.lapsing import lapse_everywhere
from domain.kernel.database import Database
from domain.kernel.work import Deed, carry_out
from domain.privacy.retention import all_schools, forget_what_served
from domain.visits.actions.overdue import tell_overdue_everywhere

EVERY_HOUR, EVERY_MINUTE = "17 * * * *", "* * * * *"

AGAIN, MOST_ATTEMPTS = timedelta(seconds=10), 8


def queue_on(connection: asyncpg.Connection) -> PgQueuer:
    driver, names = AsyncpgDriver(connection), DBSettings(db_schema="queue")
    queries = Queries(
        driver,
        qbe=qb.QueryBuilderEnvironment(names),
        qbq=qb.QueryQueueBuilder(names),
        qbs=qb.QuerySchedulerBuilder(names),
    )
    return PgQueuer(driver, queries=queries)


def listen(queue: PgQueuer, database: Database, deeds: dict[str, Deed]) -> None:
    @queue.entrypoint("job")
    async def carry_out_job(asked: Job) -> None:
        school_id, job_id = (UUID(part) for part in (asked.payload or b"").decode().split())
        try:
            await carry_out(database, deeds, school_id, job_id, queue.shutdown)
        except Exception as broken:  # noqa: BLE001 - the worker goes on
            failure(broken)
            # Most often its row says by now that it failed, and once more is no more. When even that could not be
            # written it must not stay running for ever.
            if asked.attempts < MOST_ATTEMPTS:
                raise RetryRequested(AGAIN) from None


def tidy(queue: PgQueuer, database: Database) -> None:
    @queue.schedule("retention", EVERY_HOUR)
    async def forget(_: Schedule) -> None:
        try:
            logger.info("retention", schools=await forget_what_served(database))
        except Exception as broken:  # noqa: BLE001 - it comes again next hour; the worker goes on
            failure(broken)

    @queue.schedule("lapse", EVERY_MINUTE)
    async def lapse(_: Schedule) -> None:
        try:
            await lapse_everywhere(database, await all_schools(database))
        except Exception as broken:  # noqa: BLE001 - it comes again next minute; the worker goes on
            failure(broken)

    @queue.schedule("overdue", EVERY_MINUTE)
    async def tell_overdue(_: Schedule) -> None:
        try:
            await tell_overdue_everywhere(database, await all_schools(database))
        except Exception as broken:  # noqa: BLE001 - it comes again next minute; the worker goes on
            failure(broken)
