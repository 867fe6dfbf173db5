"""Saying yes to a plan."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.plans.actions.changes import leave
from domain.plans.actions.opening import open_plan, voice_in
from domain.plans.actions.writing import of_plan, write_for
from domain.plans.models.agreements import PlanAgreement
from domain.plans.models.approvals import PlanApproval, PlanApprovalFields
from domain.plans.models.words import PlanChange, PlanStatus
from domain.plans.queries.approvals import parties_agreed
from domain.plans.rules.approving import check_something_agreed, is_agreed
from domain.plans.rules.refusal import refuse


async def agree_plan(session: SchoolSession, plan_id: UUID, fields: PlanApprovalFields) -> None:
    """One party says yes; with the yes of the student, a guardian and the teacher, the plan is agreed."""
    plan, standing, _ = await open_plan(session, plan_id)
    voice = await voice_in(session, plan, standing, fields.party, fields.guardian_id)
    agreements = await session.rows(select(PlanAgreement).where(*of_plan(PlanAgreement, plan)))
    refuse(check_something_agreed(voice, [one.guardian_id for one in agreements]))
    fields = fields.model_copy(update={"guardian_id": voice.guardian_id})
    same_guardian = col(PlanApproval.guardian_id).is_not_distinct_from(voice.guardian_id)
    whose = (col(PlanApproval.party) == voice.party, same_guardian)
    said = {"agreed_at": clock.now(), "plan_version": plan.version}
    await write_for(session, PlanApproval, plan, voice, fields, *whose, **said)
    await session.flush()
    if plan.status == PlanStatus.DRAFT and is_agreed(await parties_agreed(session, plan)):
        plan.status = PlanStatus.AGREED
        return await leave(session, plan, PlanChange.AGREED)
    return await leave(session, plan, PlanChange.APPROVED, voice.guardian_id)
