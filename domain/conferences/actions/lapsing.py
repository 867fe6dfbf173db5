"""What was kept long enough is free again, and goes to who waits for it."""

from uuid import UUID

from sqlalchemy import select, update
from sqlmodel import col

from domain.conferences.actions.keeping import drop, end_waiting
from domain.conferences.actions.offering import offer
from domain.conferences.models.holds import Hold
from domain.conferences.models.swaps import Swap, SwapStatus
from domain.conferences.models.waits import Wait, WaitStatus
from domain.conferences.queries.sharing import share_round
from domain.kernel import clock
from domain.kernel.database import Database
from domain.kernel.session import SchoolSession


async def lapse(session: SchoolSession, round_id: UUID) -> None:
    """Let go of every time of the round that was kept long enough. Who wants one asks this first, so none blocks."""
    over = (
        col(Hold.school_id) == session.principal.school_id,
        col(Hold.round_id) == round_id,
        col(Hold.expires_at) <= clock.now(),
    )
    if await session.scalar(select(col(Hold.id)).where(*over).limit(1)):
        await share_round(session, round_id)
        holds = await session.rows(select(Hold).where(*over).order_by(col(Hold.id)).with_for_update())
        await drop(session, [one.id for one in holds])
        waits = [one.wait_id for one in holds if one.wait_id]
        await end_waiting(session, waits, WaitStatus.LAPSED, WaitStatus.OFFERED)
        await offer(session, round_id, {UUID(staff_id) for one in holds for staff_id in one.staff_ids})


async def lapse_everywhere(database: Database, schools: list[UUID]) -> None:
    """The same in every school, each in a transaction of its own; and another look for who waits."""
    for school_id in schools:
        async with database.working_for(school_id) as session:
            await _lapse_in_school(session)


async def _lapse_in_school(session: SchoolSession) -> None:
    here, now = session.principal.school_id, clock.now()
    over = select(col(Hold.round_id)).where(col(Hold.school_id) == here, col(Hold.expires_at) <= now).distinct()
    for round_id in list((await session.execute(over)).scalars()):
        await lapse(session, round_id)
    asked = (col(Swap.school_id) == here, col(Swap.status) == SwapStatus.ASKED, col(Swap.expires_at) <= now)
    await session.execute(update(Swap).where(*asked).values(status=SwapStatus.LAPSED))
    waits = select(col(Wait.round_id), col(Wait.staff_id)).where(
        col(Wait.school_id) == here, col(Wait.status) == WaitStatus.WAITING
    )
    by_round: dict[UUID, set[UUID]] = {}
    for round_id, staff_id in await session.execute(waits.distinct()):
        by_round.setdefault(round_id, set()).add(staff_id)
    for round_id, staff_ids in by_round.items():
        await offer(session, round_id, staff_ids)
