"""What somebody of the school says to a family."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.kernel.text import FIRST
from domain.messaging.actions.wordings import wordings_of
from domain.messaging.models import Message
from domain.messaging.queries.facts import facts_of
from domain.messaging.wording.saying import say


async def script_of(session: SchoolSession, message_id: UUID) -> dict[str, list[str]]:
    """Line by line, in Dutch and in the family's language; empty when what it is about is gone."""
    here = (col(Message.school_id) == session.principal.school_id, col(Message.id) == message_id)
    [message] = await session.rows(select(Message).where(*here))
    facts = (await facts_of(session, [message])).get(message_id)
    if facts is None:
        return {}
    wordings = await wordings_of(session)
    said = [say(facts, language, wordings) for language in dict.fromkeys((FIRST, *message.languages))]
    return {one.language: list(one.spoken) for one in said}
