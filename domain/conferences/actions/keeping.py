"""Times that are kept: their rows, and letting them go."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col

from domain.conferences.actions.placing import Placed
from domain.conferences.models.holds import Hold
from domain.conferences.models.waits import Wait, WaitStatus
from domain.conferences.queries.desk import Desk
from domain.kernel.claiming import release
from domain.kernel.session import SchoolSession


def kept(session: SchoolSession, placed: Placed, until: datetime, wait_id: UUID | None = None) -> Hold:
    """The row of a time that is claimed under its id; a time that begins is kept no longer."""
    made = Hold(
        school_id=session.principal.school_id,
        id=placed.id,
        round_id=placed.wish.facts.round.id,
        family_id=placed.wish.family.id,
        staff_ids=[str(one.staff_id) for one in placed.wish.staff],
        student_ids=[str(one) for one in placed.wish.student_ids],
        with_student=placed.wish.with_student,
        starts_at=placed.time.starts_at,
        ends_at=placed.time.ends_at,
        expires_at=min(until, placed.time.starts_at),
        wait_id=wait_id,
    )
    session.add(made)
    return made


async def drop(session: SchoolSession, hold_ids: Collection[UUID]) -> None:
    """Let go of what is kept."""
    if hold_ids:
        await release(session, *hold_ids)
        here = (col(Hold.school_id) == session.principal.school_id, col(Hold.id).in_(hold_ids))
        await session.execute(delete(Hold).where(*here))


async def end_waiting(session: SchoolSession, wait_ids: Collection[UUID], ending: WaitStatus, *of: WaitStatus) -> None:
    """Places on the waiting list that stand like one of these are done with."""
    if wait_ids:
        here = (col(Wait.school_id) == session.principal.school_id, col(Wait.id).in_(wait_ids))
        await session.execute(update(Wait).where(*here, col(Wait.status).in_(of)).values(status=ending))


async def end_choosing(session: SchoolSession, desk: Desk) -> None:
    """Who books has chosen, and waits no longer."""
    await drop(session, desk.holds)
    await end_waiting(session, desk.waits, WaitStatus.TAKEN, WaitStatus.WAITING, WaitStatus.OFFERED)
