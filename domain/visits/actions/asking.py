"""Asking a family, and calling it off from the school's side."""

from uuid import UUID

from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.principal import Principal
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession
from domain.plans.queries.standing import standing_of
from domain.visits.actions.erasing import erase
from domain.visits.actions.telling import tell
from domain.visits.models.visits import HomeVisit, HomeVisitFields
from domain.visits.models.words import VisitStatus
from domain.visits.queries.running import get_run_visit
from domain.visits.rules.asking import check_purpose
from domain.visits.rules.states import Deed


async def ask(session: SchoolSession, fields: HomeVisitFields) -> HomeVisit:
    """Ask one guardian whether the school may come.

    Raises:
        Invalid: `unknown_reference` for a student whom the caller does not see as the school does, or for somebody
            who is no guardian of that student with a right to know.
    """
    await _check_people(session, fields)
    visit = HomeVisit.of(
        session.principal.school_id,
        fields,
        asked_at=clock.now(),
        created_by_id=session.principal.staff_id,
        warnings=[found.record() for found in warnings_of(check_purpose(fields.purpose))],
    )
    session.add(visit)
    tell(session, "asked", visit)
    return visit


async def _check_people(session: SchoolSession, fields: HomeVisitFields) -> None:
    if not (await standing_of(session, session.principal, fields.student_id)).staff:
        raise Invalid(DOES_NOT_EXIST, Detail("/student_id", DOES_NOT_EXIST))
    guardian = Principal(session.principal.school_id, "", frozenset(), guardian_id=fields.guardian_id)
    if (await standing_of(session, guardian, fields.student_id)).guardian_id is None:
        raise Invalid(DOES_NOT_EXIST, Detail("/guardian_id", DOES_NOT_EXIST))


async def cancel(session: SchoolSession, visit_id: UUID) -> None:
    """The school does not come. What the family chose goes.

    Raises:
        NotFound, Forbidden: as everywhere. Conflict: `wrong_state`.
    """
    visit = await get_run_visit(session, visit_id, Deed.CANCEL)
    await erase(session, visit)
    visit.status = VisitStatus.CANCELLED
    tell(session, "cancelled", visit)
