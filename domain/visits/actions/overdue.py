"""A quiet alarm: a check-out that does not come is told once."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.database import Database
from domain.kernel.session import SchoolSession
from domain.visits.actions.telling import tell
from domain.visits.models.visits import HomeVisit
from domain.visits.queries.out import is_out


async def tell_overdue_everywhere(database: Database, schools: list[UUID]) -> None:
    """In every school, each in a transaction of its own."""
    for school_id in schools:
        async with database.working_for(school_id) as session:
            await tell_overdue(session)


async def tell_overdue(session: SchoolSession) -> None:
    """Record `home_visit.overdue` for each visit whose visitors should have been out; once, however often asked."""
    late = select(HomeVisit).where(
        col(HomeVisit.school_id) == session.principal.school_id,
        is_out(),
        col(HomeVisit.due_at) <= clock.now(),
        col(HomeVisit.overdue_told_at).is_(None),
    )
    for visit in await session.rows(late.with_for_update(skip_locked=True)):
        visit.overdue_told_at = clock.now()
        tell(session, "overdue", visit)
