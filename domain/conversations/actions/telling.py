"""What others hear of a conversation: that something happened, never what was said."""

from uuid import UUID

from domain.conversations.models.conversations import Conversation
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


def tell(session: SchoolSession, deed: str, it: Conversation, **ids: UUID | None) -> None:
    """Record `conversation.<deed>`."""
    record(session, f"conversation.{deed}", "conversations", it.id, student_id=it.student_id, **ids)
