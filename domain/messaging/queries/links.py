"""How the links of a message go out to the school: until when, answered or not, never their secrets."""

from sqlalchemy import and_
from sqlmodel import col

from domain.families.queries import reads_as_school
from domain.kernel.read import Document
from domain.messaging.models.link_reads import MessageLinkRead, MessageLinksRead
from domain.messaging.models.links import MessageLink
from domain.messaging.models.messages import Message

_LINK = Document(MessageLinkRead, MessageLink)
_OF_MESSAGE = and_(col(MessageLink.school_id) == col(Message.school_id), col(MessageLink.message_id) == col(Message.id))

MESSAGE_LINKS = Document(
    MessageLinksRead,
    Message,
    visible=lambda viewer: reads_as_school(viewer, col(Message.student_id)),
    computed={"links": lambda reading: _LINK.nested(reading, _OF_MESSAGE, col(MessageLink.id))},
)
