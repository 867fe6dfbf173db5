"""What of visits has served its time: addresses and visitors of visits that nobody closed, and notes after a year."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.visits.actions.erasing import forget_who_went
from domain.visits.models.addresses import HomeVisitAddress
from domain.visits.models.notes import HomeVisitNote
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus

UNPLANNED = timedelta(days=90)
"""How long a family's choice waits to be planned."""
NOTED = timedelta(days=365)
UNCLOSED = timedelta(hours=12)
"""How long after the alarm a check-out can still come."""


async def forget_old_visits(session: SchoolSession) -> None:
    """Of the session's school."""
    here = session.principal.school_id
    over = select(col(HomeVisit.id)).where(col(HomeVisit.school_id) == here, _served())
    await session.execute(
        delete(HomeVisitAddress).where(
            col(HomeVisitAddress.school_id) == here, col(HomeVisitAddress.visit_id).in_(over)
        )
    )
    await session.execute(
        update(HomeVisit)
        .where(col(HomeVisit.school_id) == here, _served(), col(HomeVisit.moments) != [])
        .values(moments=[])
    )
    old = (col(HomeVisitNote.school_id) == here, col(HomeVisitNote.took_place_on) < (clock.now() - NOTED).date())
    await session.execute(delete(HomeVisitNote).where(*old))
    for visit in await session.rows(select(HomeVisit).where(col(HomeVisit.school_id) == here, _left_behind())):
        await forget_who_went(session, visit)


def _served() -> ColumnElement[bool]:
    """The visit was, whether or not somebody said so; or it was never planned. Who is out still may need to look."""
    waited = and_(col(HomeVisit.starts_at).is_(None), col(HomeVisit.answered_at) < clock.now() - UNPLANNED)
    ended = and_(col(HomeVisit.status) != VisitStatus.UNDER_WAY, col(HomeVisit.ends_at) <= clock.now())
    return or_(waited, ended, _unclosed())


def _left_behind() -> ColumnElement[bool]:
    """The family took its yes back while colleagues were there, and none of them said that they are out."""
    return and_(col(HomeVisit.status) == VisitStatus.WITHDRAWN, _unclosed())


def _unclosed() -> ColumnElement[bool]:
    return col(HomeVisit.due_at) < clock.now() - UNCLOSED
