"""What the family says: yes with what it chooses, no, or no longer (R29)."""

from uuid import UUID

from domain.kernel import clock
from domain.kernel.claiming import release
from domain.kernel.session import SchoolSession
from domain.visits.actions.erasing import erase, forget_address, forget_visitors
from domain.visits.actions.telling import tell
from domain.visits.models.addresses import HomeVisitAddress
from domain.visits.models.answers import HomeVisitAnswerFields
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import Says, VisitStatus
from domain.visits.queries.visits import get_visit
from domain.visits.rules.states import Deed, check_possible


async def answer(session: SchoolSession, visit_id: UUID, fields: HomeVisitAnswerFields) -> None:
    """The guardian answers, or the school writes it down for them. A later answer takes the place of an earlier one.

    Raises:
        NotFound: as everywhere. Conflict: `wrong_state`.
    """
    visit = await get_visit(session, visit_id)
    check_possible(visit.status, Deed.ANSWER)
    if fields.says is Says.YES:
        await _choose(session, visit, fields)
    elif visit.status in {VisitStatus.ASKED, VisitStatus.REFUSED}:
        await _end(session, visit, VisitStatus.REFUSED)
    else:
        await _end(session, visit, VisitStatus.WITHDRAWN)


async def withdraw(session: SchoolSession, visit_id: UUID) -> None:
    """The family takes its yes back. At any time, without a reason: only the fact and its time are kept.

    Raises:
        NotFound: as everywhere.
    """
    visit = await get_visit(session, visit_id)
    if visit.status != VisitStatus.WITHDRAWN:
        await _end(session, visit, VisitStatus.WITHDRAWN)


async def _choose(session: SchoolSession, visit: HomeVisit, fields: HomeVisitAnswerFields) -> None:
    """What was planned on an earlier answer no longer holds."""
    visit.status, visit.answered_at = VisitStatus.AGREED, clock.now()
    visit.starts_at = visit.ends_at = None
    visit.moments = [one.model_dump(mode="json") for one in fields.moments]
    visit.place, visit.elsewhere = fields.place, fields.elsewhere
    _sign(session, visit)
    await release(session, visit.id)
    await forget_visitors(session, visit)
    await forget_address(session, visit)
    if fields.address:
        session.add(HomeVisitAddress.of(visit.school_id, fields.address, visit_id=visit.id))
    tell(session, "agreed", visit)


async def _end(session: SchoolSession, visit: HomeVisit, status: VisitStatus) -> None:
    await erase(session, visit)
    visit.status = status
    if status is VisitStatus.REFUSED:
        visit.answered_at = clock.now()
    else:
        visit.withdrawn_at = clock.now()
    _sign(session, visit)
    tell(session, str(status), visit)


def _sign(session: SchoolSession, visit: HomeVisit) -> None:
    """Whose hand wrote it down."""
    visit.entered_by_id = session.principal.person_id
    visit.on_behalf = session.principal.guardian_id != visit.guardian_id
