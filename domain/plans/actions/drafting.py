"""Drafting a plan."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conversations.facts import Status
from domain.conversations.models import Conversation
from domain.conversations.queries.visibility import sees_conversation
from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.plans.actions.changes import tell
from domain.plans.models.plans import CommunicationPlan, PlanDraftFields
from domain.plans.models.words import PlanChange
from domain.plans.queries.standing import standing_of
from domain.plans.queries.years import year_of
from domain.plans.rules.origin import NOT_EARLIER, check_origin
from domain.plans.rules.refusal import refuse
from domain.plans.rules.standing import check_staff
from domain.plans.rules.year import SchoolYear, default_review


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
