"""A visit for a deed of the school."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.errors import FORBIDDEN, Forbidden
from domain.kernel.session import SchoolSession
from domain.visits.models.visitors import HomeVisitVisitor
from domain.visits.models.visits import HomeVisit
from domain.visits.queries.visits import get_visit
from domain.visits.rules.states import Deed, check_possible


async def get_run_visit(session: SchoolSession, visit_id: UUID, deed: Deed) -> HomeVisit:
    """The visit, locked, for who does this for the school.

    Raises:
        NotFound: when the caller may not see it. Forbidden: for the guardian who is asked, whatever else they are.
        Conflict, Invalid: when the state does not allow the deed.
    """
    visit = await get_visit(session, visit_id)
    if session.principal.guardian_id == visit.guardian_id:
        raise Forbidden(FORBIDDEN)
    check_possible(visit.status, deed)
    return visit


async def is_visitor(session: SchoolSession, visit: HomeVisit) -> bool:
    """Whether the caller goes along, for the school."""
    if session.principal.staff_id is None:
        return False
    mine = select(HomeVisitVisitor).where(
        col(HomeVisitVisitor.school_id) == visit.school_id,
        col(HomeVisitVisitor.visit_id) == visit.id,
        col(HomeVisitVisitor.staff_id) == session.principal.staff_id,
    )
    return bool(await session.rows(mine))
