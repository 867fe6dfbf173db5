"""The row of a new conversation."""

from domain.conversations.models.conversations import Conversation, ConversationFields, ProposalFields
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession


def new_conversation(session: SchoolSession, fields: ProposalFields) -> Conversation:
    who = session.principal
    more = {"meeting_type": fields.meeting_type, "student_id": fields.student_id, "created_by_id": who.staff_id}
    times = {"starts_at": fields.starts_at, "ends_at": fields.ends_at}
    written = ConversationFields.model_validate(fields.model_dump(include=set(ConversationFields.model_fields)))
    return Conversation.of(who.school_id, written, id=new_id(), **more, **times)
