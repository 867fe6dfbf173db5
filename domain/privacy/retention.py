"""What has served its time goes: answers kept for a repeat, the feed's tail, notes past their day, unused bundles."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlmodel import col

from domain.conversations.models.notes import Note
from domain.kernel import clock, events, replay
from domain.kernel.database import Database
from domain.kernel.row import PLATFORM
from domain.kernel.session import SchoolSession
from domain.roster.actions import forget_old_uploads
from domain.school.models.schools import School


async def forget_what_served(database: Database) -> int:
    """Go through the schools one by one, each in a transaction of its own.

    Returns:
        How many schools there are.
    """
    async with database.working_for(PLATFORM) as session:
        schools = list((await session.execute(select(col(School.school_id)))).scalars())
    for school_id in schools:
        await forget_in(database, school_id)
    return len(schools)


async def forget_in(database: Database, school_id: UUID) -> None:
    """The same for one school."""
    async with database.working_for(school_id) as session:
        await _forget(session)


async def _forget(session: SchoolSession) -> None:
    here = session.principal.school_id
    await replay.forget_old(session)
    await forget_old_uploads(session)
    await session.execute(
        delete(events.Event).where(
            col(events.Event.school_id) == here, col(events.Event.occurred_at) < clock.now() - events.KEPT
        )
    )
    await session.execute(delete(Note).where(col(Note.school_id) == here, col(Note.ends_on) <= clock.now().date()))
