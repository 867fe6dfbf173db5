"""What somebody of the school says to a family."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.messaging.models import Message


async def script_of(session: SchoolSession, message_id: UUID) -> dict[str, str]:
    """What there is to say, by language."""
    said = select(col(Message.said)).where(
        col(Message.school_id) == session.principal.school_id, col(Message.id) == message_id
    )
    return {language: words["text"] for language, words in (await session.execute(said)).scalar_one().items()}
