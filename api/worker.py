"""The worker: takes jobs from PgQueuer's queue and carries them out, and sends messages; one process beside the API."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta

import asyncpg
from pgqueuer import PgQueuer

from api.log import logger, set_up
from api.messenger import messages_sent
from api.queue import listen, queue_on, tidy
from domain.conferences.actions.planner_runs import KIND as PROBLEM_PLANNING
from domain.conferences.actions.planning import KIND as ROUND_PLANNING
from domain.conferences.actions.planning import plan_round
from domain.conferences.actions.solving import plan_problem
from domain.kernel.connections import APP_SETTINGS
from domain.kernel.database import Database
from domain.kernel.settings import Settings
from domain.kernel.work import Deed
from domain.roster.actions import KIND as ROSTER_IMPORT
from domain.roster.actions import import_uploaded

DEEDS: dict[str, Deed] = {ROSTER_IMPORT: import_uploaded, PROBLEM_PLANNING: plan_problem, ROUND_PLANNING: plan_round}
"""What each kind of job does."""

JOBS_AT_ONCE = 2

LOOK_AGAIN = timedelta(seconds=2)
"""A notification can get lost between two listeners; then a job waits no longer than this."""


async def work(
    settings: Settings, deeds: dict[str, Deed] | None = None, *, signals: bool = True, says: bool = True
) -> None:
    """Carry out jobs, and say what has to be said, until told to stop (SIGTERM, SIGINT, or cancellation); a job under
    way is finished first, with the best it has where it can.

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
            queue = queue_on(connection)
            listen(queue, opened, DEEDS if deeds is None else deeds)
            tidy(queue, opened)
            with _stopped_by_signals(queue) if signals else nullcontext():
                async with messages_sent(settings, opened, connection, queue.shutdown) if says else nullcontext():
                    logger.info("worker_ready")
                    await queue.run(LOOK_AGAIN, batch_size=1, max_concurrent_tasks=JOBS_AT_ONCE)
    finally:
        await connection.close()


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
