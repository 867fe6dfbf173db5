"""The rows of a new conversation."""

from domain.catalogue.models.words import ParticipantRole
from domain.conversations.facts import PROFESSIONALS
from domain.conversations.models.conversations import Conversation, ConversationFields, ProposalFields
from domain.conversations.models.participants import FAMILY_ROLES, Answer, Participant, ParticipantFields
from domain.kernel import clock
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession


def new_conversation(session: SchoolSession, fields: ProposalFields) -> Conversation:
    who = session.principal
    more = {"meeting_type": fields.meeting_type, "student_id": fields.student_id, "created_by_id": who.staff_id}
    times = {"starts_at": fields.starts_at, "ends_at": fields.ends_at}
    written = ConversationFields.model_validate(fields.model_dump(include=set(ConversationFields.model_fields)))
    return Conversation.of(who.school_id, written, id=new_id(), **more, **times)


def new_participants(it: Conversation, people: list[ParticipantFields]) -> list[Participant]:
    """The guardians are asked, or the student when no guardian takes part; of professionals the family is told now."""
    asked = FAMILY_ROLES if any(one.role in FAMILY_ROLES for one in people) else {ParticipantRole.STUDENT}
    return [
        Participant.of(
            it.school_id,
            one,
            conversation_id=it.id,
            answer=Answer.INVITED if one.role in asked else None,
            announced_at=clock.now() if one.role in PROFESSIONALS else None,
        )
        for one in people
    ]
