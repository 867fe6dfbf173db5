"""Writes of the parts of a plan: wishes and agreements."""

from uuid import UUID

from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.plans.actions.changes import leave
from domain.plans.actions.opening import open_plan, voice_in
from domain.plans.actions.writing import write_for
from domain.plans.models.agreements import PlanAgreement, PlanAgreementFields
from domain.plans.models.guardian_wishes import GuardianWishes, GuardianWishesFields
from domain.plans.models.student_wishes import StudentWishes, StudentWishesFields
from domain.plans.models.words import Party, PlanChange
from domain.plans.queries.inputs import inputs_for
from domain.plans.rules.agreeing import check_agreement
from domain.plans.rules.refusal import refuse
from domain.plans.rules.standing import check_staff
from domain.plans.rules.voices import voice_of


async def give_student_wishes(session: SchoolSession, plan_id: UUID, fields: StudentWishesFields) -> None:
    """What the student wishes, in place of what they wished before."""
    plan, standing, _ = await open_plan(session, plan_id)
    voice = voice_of(standing, Party.STUDENT)
    await write_for(session, StudentWishes, plan, voice, fields)
    await leave(session, plan, PlanChange.WISHES_GIVEN)


async def give_guardian_wishes(session: SchoolSession, plan_id: UUID, fields: GuardianWishesFields) -> None:
    """What one guardian wishes, in place of what they wished before (R17: of their own, seen by nobody beside)."""
    plan, standing, _ = await open_plan(session, plan_id)
    voice = await voice_in(session, plan, standing, Party.GUARDIAN, fields.guardian_id)
    whose = col(GuardianWishes.guardian_id) == voice.guardian_id
    fields = fields.model_copy(update={"guardian_id": voice.guardian_id})
    await write_for(session, GuardianWishes, plan, voice, fields, whose)
    await leave(session, plan, PlanChange.WISHES_GIVEN, voice.guardian_id)


async def make_agreement(session: SchoolSession, plan_id: UUID, fields: PlanAgreementFields) -> None:
    """Put an agreement into the plan (R06)."""
    plan, standing, _ = await open_plan(session, plan_id)
    check_staff(standing)
    await voice_in(session, plan, standing, fields.party, fields.guardian_id)
    refuse(check_agreement(fields, await inputs_for(session, plan, fields)))
    session.add(PlanAgreement.of(plan.school_id, fields, plan_id=plan.id))
    await leave(session, plan, PlanChange.AGREEMENT_MADE, fields.guardian_id)


async def drop_agreement(session: SchoolSession, plan_id: UUID, agreement_id: UUID, version: int) -> None:
    """Take an agreement out of the plan, which must have this version."""
    plan, standing, _ = await open_plan(session, plan_id, version)
    check_staff(standing)
    agreement = await session.get_row(PlanAgreement, agreement_id, col(PlanAgreement.plan_id) == plan.id)
    await session.delete(agreement)
    await leave(session, plan, PlanChange.AGREEMENT_DROPPED, agreement.guardian_id)
