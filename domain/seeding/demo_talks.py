"""The start conversations from which the plans of the demo school come, as rows."""

from collections.abc import Iterator
from uuid import UUID

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.facts import Status
from domain.conversations.models import Conversation
from domain.conversations.models.conversations import ConversationFields
from domain.conversations.models.participants import Answer, Participant, ParticipantFields
from domain.kernel.row import Row
from domain.seeding.demo_file import DEMO_SCHOOL, demo_id
from domain.seeding.demo_plan_file import DemoPlan


def talk_id(plan: DemoPlan) -> UUID:
    return demo_id("conversations", plan.key)


def talk(plan: DemoPlan) -> Row:
    """It took place."""
    return Conversation.of(
        DEMO_SCHOOL,
        ConversationFields.model_validate({}),
        id=talk_id(plan),
        meeting_type="start-conversation",
        student_id=plan.student_id,
        academic_session_id=plan.academic_session_id,
        status=Status.COMPLETED,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        is_time_chosen=True,
        created_by_id=plan.staff_id,
    )


def participants(plan: DemoPlan) -> Iterator[Row]:
    """The three who make a plan together (R04)."""
    yield _participant(plan, ParticipantRole.TEACHER, staff_id=plan.staff_id)
    yield _participant(plan, ParticipantRole.STUDENT, student_id=plan.student_id)
    for place, one in enumerate(plan.guardian_wishes):
        role = ParticipantRole.OTHER_GUARDIAN if place else ParticipantRole.GUARDIAN
        yield _participant(plan, role, guardian_id=one.guardian_id)


def _participant(plan: DemoPlan, role: ParticipantRole, **who: UUID | None) -> Row:
    [person] = who.values()
    fields = ParticipantFields.model_validate({"role": role, **who})
    came = {"answer": Answer.ACCEPTED, "answered_at": plan.starts_at} if "guardian_id" in who else {}
    row_id = demo_id("conversation_participants", f"{plan.key}/{person}")
    return Participant.of(DEMO_SCHOOL, fields, id=row_id, conversation_id=talk_id(plan), **came)
