"""What somebody of the school says to a family."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.messaging.models import Message
from domain.messaging.queries.put_in_words import put_in_words
from domain.messaging.queries.visibility import may_still_hear


async def script_of(session: SchoolSession, message_id: UUID) -> dict[str, list[str]]:
    """Line by line, in Dutch and in the family's language; empty when what it is about is gone, or when they
    may not know any longer."""
    here = (col(Message.school_id) == session.principal.school_id, col(Message.id) == message_id)
    words = (await put_in_words(session, await session.rows(select(Message).where(*here, may_still_hear())))).get(
        message_id
    )
    return {one.language: list(one.spoken) for one in reversed(words.said)} if words else {}
