"""What every change of a plan begins with: the plan, and whose word it is."""

from uuid import UUID

from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, STALE, Detail, Invalid, NotFound, Stale
from domain.kernel.principal import Principal
from domain.kernel.session import SchoolSession
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.words import Party
from domain.plans.queries.standing import standing_of
from domain.plans.queries.years import year_of
from domain.plans.rules.refusal import NOT_SO
from domain.plans.rules.standing import Standing
from domain.plans.rules.voices import HAS_NO_PART, Voice, voice_of
from domain.plans.rules.year import SchoolYear, check_running


async def open_plan(
    session: SchoolSession, plan_id: UUID, version: int | None = None
) -> tuple[CommunicationPlan, Standing, SchoolYear]:
    """The plan, locked, with what the principal is to its student and how long it holds.

    Raises:
        NotFound, Stale: as `SchoolSession.get_row`. Conflict: when the plan ended with its school year.
    """
    plan = await session.get_row(CommunicationPlan, plan_id)
    standing = await standing_of(session, session.principal, plan.student_id)
    year = await year_of(session, plan.academic_session_id)
    if year is None or not standing.sees_plan:
        raise NotFound(NOT_FOUND)
    if version is not None and plan.version != version:
        raise Stale(STALE)
    check_running(year, clock.now().date())
    return plan, standing, year


async def voice_in(
    session: SchoolSession, plan: CommunicationPlan, standing: Standing, party: Party, guardian_id: UUID | None
) -> Voice:
    """Whose word this is; a guardian for whom the school writes takes part in the plan too."""
    voice = voice_of(standing, party, guardian_id)
    if voice.on_behalf and voice.guardian_id:
        guardian = Principal(plan.school_id, "", frozenset(), guardian_id=voice.guardian_id)
        if not (await standing_of(session, guardian, plan.student_id)).sees_plan:
            raise Invalid(NOT_SO, Detail("/guardian_id", HAS_NO_PART))
    return voice
