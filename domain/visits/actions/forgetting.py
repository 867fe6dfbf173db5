"""What of visits has served its time: addresses of visits that nobody closed, and notes after a year."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.visits.models.addresses import HomeVisitAddress
from domain.visits.models.notes import HomeVisitNote
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus

UNPLANNED = timedelta(days=90)
"""How long a family's choice waits to be planned."""
NOTED = timedelta(days=365)


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


def _served() -> ColumnElement[bool]:
    """The visit was, whether or not somebody said so; or it was never planned. Who is out still may need to look."""
    waited = and_(col(HomeVisit.starts_at).is_(None), col(HomeVisit.answered_at) < clock.now() - UNPLANNED)
    ended = and_(col(HomeVisit.status) != VisitStatus.UNDER_WAY, col(HomeVisit.ends_at) <= clock.now())
    forgotten = col(HomeVisit.due_at) < clock.now() - timedelta(hours=12)
    return or_(waited, ended, forgotten)
