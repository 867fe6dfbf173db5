"""Going in and coming out: the school knows where its people are, without knowing the address."""

from uuid import UUID

from domain.conversations.rules.states import WRONG_STATE
from domain.kernel import clock
from domain.kernel.errors import FORBIDDEN, Conflict, Forbidden
from domain.kernel.permissions import OFFICE
from domain.kernel.session import SchoolSession
from domain.visits.actions.erasing import forget_choice, forget_who_went
from domain.visits.actions.telling import tell
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus
from domain.visits.queries.running import get_run_visit, is_visitor
from domain.visits.queries.settings import settings_of
from domain.visits.queries.visits import get_visit
from domain.visits.rules.returning import expected_return
from domain.visits.rules.states import Deed, check_possible


async def check_in(session: SchoolSession, visit_id: UUID) -> None:
    """A visitor goes in.

    Raises:
        NotFound: as everywhere. Forbidden: for who does not go. Conflict: `wrong_state`.
    """
    visit = await get_run_visit(session, visit_id, Deed.CHECK_IN)
    if not await is_visitor(session, visit):
        raise Forbidden(FORBIDDEN)
    assert visit.ends_at is not None
    visit.status, visit.checked_in_at = VisitStatus.UNDER_WAY, clock.now()
    margin = (await settings_of(session)).overdue_after_minutes
    back = expected_return(visit.checked_in_at, visit.ends_at, visit.minutes, margin)
    visit.expected_back_at, visit.due_at = back
    tell(session, "checked_in", visit)


async def check_out(session: SchoolSession, visit_id: UUID) -> None:
    """A visitor is out, or the office heard so from them; with that the visit is over, and its address gone.

    Raises:
        NotFound: as everywhere. Forbidden: for who does not go. Conflict: `wrong_state`.
    """
    visit = await get_visit(session, visit_id)
    if not session.principal.has(*OFFICE) and not await is_visitor(session, visit):
        raise Forbidden(FORBIDDEN)
    if visit.status == VisitStatus.WITHDRAWN:
        await _leave_what_is_not_kept(session, visit)
        return
    check_possible(visit.status, Deed.CHECK_OUT)
    visit.status, visit.checked_out_at = VisitStatus.DONE, clock.now()
    await forget_choice(session, visit)
    tell(session, "done", visit)


async def _leave_what_is_not_kept(session: SchoolSession, visit: HomeVisit) -> None:
    """The family took its yes back while colleagues were there: now they are out, nothing is left of it."""
    if visit.checked_in_at is None:
        raise Conflict(WRONG_STATE)
    await forget_who_went(session, visit)
