"""What every change of a plan ends with. Once agreed, each leaves a version behind."""

from uuid import UUID

from sqlalchemy import delete

from domain.kernel.events import record
from domain.kernel.session import SchoolSession
from domain.plans.actions.keeping import keep_version
from domain.plans.actions.writing import of_plan
from domain.plans.models.approvals import PlanApproval
from domain.plans.models.plans import CommunicationPlan
from domain.plans.models.words import PlanChange, PlanStatus

_OTHER_AGREEMENTS = frozenset({PlanChange.AGREEMENT_MADE, PlanChange.AGREEMENT_DROPPED})

STANDING_STILL = frozenset({PlanStatus.AGREED, PlanStatus.REVIEWED})
"""From then on every change leaves a version."""


async def leave(
    session: SchoolSession, plan: CommunicationPlan, change: PlanChange, guardian_id: UUID | None = None
) -> None:
    """What every change leaves behind: a new version number, an event, and the version itself once it was agreed.

    Who said yes to a draft said yes to other agreements than those that stand there now, so they are asked again.
    """
    plan.touch()
    if plan.status == PlanStatus.DRAFT and change in _OTHER_AGREEMENTS:
        await session.execute(delete(PlanApproval).where(*of_plan(PlanApproval, plan)))
    tell(session, plan, change, guardian_id)
    await session.flush()
    if plan.status in STANDING_STILL:
        await keep_version(session, plan, change, guardian_id)


def tell(session: SchoolSession, plan: CommunicationPlan, change: PlanChange, guardian_id: UUID | None = None) -> None:
    ids = {"student_id": plan.student_id, "guardian_id": guardian_id}
    record(session, f"plan.{change}", "communication_plans", plan.id, **ids)
