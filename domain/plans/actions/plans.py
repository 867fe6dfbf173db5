"""Writes of the plan as a whole: draft it, say yes to it, look back on it."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conversations.facts import Status
from domain.conversations.models import Conversation
from domain.conversations.queries.visibility import sees_conversation
from domain.kernel import clock
from domain.kernel.errors import Conflict
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession
from domain.plans.actions.changes import STANDING_STILL, leave, of_plan, open_plan, tell, voice_in, write_for
from domain.plans.models.agreements import PlanAgreement, PlanApproval, PlanApprovalFields
from domain.plans.models.plans import CommunicationPlan, CommunicationPlanFields, PlanDraftFields, PlanReviewFields
from domain.plans.models.words import PlanChange, PlanStatus
from domain.plans.queries.facts import parties_agreed, standing_of, year_of
from domain.plans.rules.agreeing import NOT_AGREED, check_something_agreed, is_agreed
from domain.plans.rules.origin import NOT_EARLIER, check_origin
from domain.plans.rules.refusal import refuse
from domain.plans.rules.voices import check_staff
from domain.plans.rules.year import SchoolYear, check_review_date, default_review


async def draft_plan(session: SchoolSession, fields: PlanDraftFields) -> CommunicationPlan:
    """A plan for the student and the school year of a start conversation (R06).

    Raises:
        NotFound, Forbidden: when the principal does not see the conversation, or is no staff of its student.
        Invalid: when it is no start conversation that took place this school year.
    """
    conversation = await session.get_row(Conversation, fields.conversation_id, sees_conversation(session.viewer))
    check_staff(await standing_of(session, session.principal, conversation.student_id))
    year = await year_of(session, conversation.academic_session_id)
    today = clock.now().date()
    refuse(check_origin(conversation.meeting_type, Status(conversation.status), year, today))
    assert year is not None
    plan = CommunicationPlan(
        school_id=conversation.school_id,
        conversation_id=conversation.id,
        student_id=conversation.student_id,
        academic_session_id=year.id,
        based_on_id=fields.based_on_id,
        review_on=default_review(year, today),
    )
    if fields.based_on_id:
        await _check_earlier(session, plan, fields.based_on_id, year)
    session.add(plan)
    tell(session, plan, PlanChange.DRAFTED)
    return plan


async def _check_earlier(session: SchoolSession, plan: CommunicationPlan, based_on_id: UUID, year: SchoolYear) -> None:
    found = await session.rows(
        select(CommunicationPlan).where(
            col(CommunicationPlan.school_id) == plan.school_id,
            col(CommunicationPlan.student_id) == plan.student_id,
            col(CommunicationPlan.id) == based_on_id,
        )
    )
    earlier = await year_of(session, found[0].academic_session_id) if found else None
    if earlier is None or earlier.ends_on > year.starts_on:
        refuse([NOT_EARLIER.broken("/based_on_id")])


async def move_review(session: SchoolSession, plan_id: UUID, patch: Fields, version: int) -> None:
    """Look back on another day."""
    plan, standing, year = await open_plan(session, plan_id, version)
    check_staff(standing)
    fields = plan.patched(CommunicationPlanFields, patch)
    refuse(check_review_date(fields.review_on, year))
    plan.take(fields)
    await leave(session, plan, PlanChange.REVIEW_MOVED)


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
