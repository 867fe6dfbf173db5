"""Looking back on a plan."""

from uuid import UUID

from domain.kernel import clock
from domain.kernel.errors import Conflict
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession
from domain.plans.actions.changes import STANDING_STILL, leave
from domain.plans.actions.opening import open_plan
from domain.plans.models.plans import CommunicationPlanFields, PlanReviewFields
from domain.plans.models.words import PlanChange, PlanStatus
from domain.plans.rules.approving import NOT_AGREED
from domain.plans.rules.refusal import refuse
from domain.plans.rules.standing import check_staff
from domain.plans.rules.year import check_review_date


async def move_review(session: SchoolSession, plan_id: UUID, patch: Fields, version: int) -> None:
    """Look back on another day."""
    plan, standing, year = await open_plan(session, plan_id, version)
    check_staff(standing)
    fields = plan.patched(CommunicationPlanFields, patch)
    refuse(check_review_date(fields.review_on, year))
    plan.take(fields)
    await leave(session, plan, PlanChange.REVIEW_MOVED)


async def review_plan(session: SchoolSession, plan_id: UUID, fields: PlanReviewFields) -> None:
    """The three looked back.

    Raises:
        Conflict: when the plan is not agreed yet.
    """
    plan, standing, _ = await open_plan(session, plan_id)
    check_staff(standing)
    if plan.status not in STANDING_STILL:
        raise Conflict(NOT_AGREED)
    plan.status, plan.reviewed_at = PlanStatus.REVIEWED, clock.now()
    plan.review_outcome, plan.review_note = fields.outcome, fields.note
    await leave(session, plan, PlanChange.REVIEWED)
