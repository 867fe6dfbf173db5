"""`python -m tests.benchmarks.inviting`: 2,000 families are invited to an activity, 1,500 sign up, and it is called off.

Counts statements beside a school of 20 too: they are as many, however many families there are.
"""

import asyncio
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from rich.console import Console
from rich.table import Table
from sqlalchemy import event, text

from domain.activities.models import Activity, ActivityMoment
from domain.kernel.database import Database
from domain.kernel.embedded import EmbeddedPostgres
from domain.kernel.events import record
from domain.kernel.migrations import upgrade
from domain.messaging.actions.beginning import settings_of
from domain.messaging.actions.following import follow
from domain.messaging.models.previews import PreviewQuery
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.previews import preview

sys.path.append("tests")

from activities.made import ESSENTIALS
from conferences.crowd.school import crowd

SIZES = (20, 2_000)
_SIGN_UPS = text("""
INSERT INTO activity_sign_ups (school_id, id, activity_id, moment_id, guardian_id, state, entered, adults, children,
                               brings_along)
SELECT school_id, gen_random_uuid(), :activity, :moment, guardian_id, 'signed_up', 'app', 1, 1, 0
  FROM guardianships WHERE school_id = :school LIMIT :most
""")


async def measured(url: str, families: int) -> dict[str, tuple[int, float]]:
    """Statements and seconds of each step."""
    made = await crowd(url, families, max(1, families // 25), 20)
    async with Database(url, 1, 1).opened() as database:

        async def step(deed: Any) -> tuple[int, float]:
            sent: list[str] = []

            def count(*given: Any) -> None:
                sent.append(given[2])

            event.listen(database.engine.sync_engine, "before_cursor_execute", count)
            started = time.perf_counter()
            async with database.working_for(made.school_id) as session:
                await deed(session)
            event.remove(database.engine.sync_engine, "before_cursor_execute", count)
            return len(sent), time.perf_counter() - started

        await step(settings_of)
        activity, moment = _activity(made.school_id)
        await step(lambda session: _invite(session, activity, moment))
        found = {"invite": await step(follow)}
        look = PreviewQuery(kind=MessageKind.ACTIVITY_INVITATION, activity_id=activity.id)
        found["look ahead"] = await step(lambda session: preview(session, look))
        given = {"activity": activity.id, "moment": moment.id, "school": made.school_id, "most": families * 3 // 4}
        await step(lambda session: session.execute(_SIGN_UPS, given))
        await step(lambda session: _cancel(session, activity.id))
        found["call off"] = await step(follow)
    return found


def _activity(school_id: UUID) -> tuple[Activity, ActivityMoment]:
    named: dict[str, Any] = {"kind": "parents_cafe", "title": {"nl": "Koffie met ouders"}, "sign_up": "needed"}
    activity = Activity(school_id=school_id, status="invited", **named | ESSENTIALS)
    starts_at = datetime.now(UTC) + timedelta(days=14)
    times: dict[str, Any] = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=2), "place": "De refter"}
    return activity, ActivityMoment(school_id=school_id, activity_id=activity.id, **times)


async def _invite(session: Any, activity: Activity, moment: ActivityMoment) -> None:
    session.add(activity)
    await session.flush()
    session.add(moment)
    record(session, "activity.invited", "activities", activity.id)


async def _cancel(session: Any, activity_id: UUID) -> None:
    await session.execute(text("UPDATE activities SET status = 'cancelled' WHERE id = :id"), {"id": activity_id})
    await session.execute(text("UPDATE messages SET state = 'sent' WHERE resource_id = :id"), {"id": activity_id})
    record(session, "activity.cancelled", "activities", activity_id)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        postgres = EmbeddedPostgres(Path(folder) / "postgres")
        postgres.start()
        stack.callback(postgres.stop)
        upgrade(postgres.url)
        few, many = (asyncio.run(measured(postgres.url, size)) for size in SIZES)
    table = Table("step", *(f"{size:,} families" for size in SIZES))
    for name in few:
        table.add_row(
            name, *(f"{statements} statements, {seconds:.2f} s" for statements, seconds in (few[name], many[name]))
        )
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
