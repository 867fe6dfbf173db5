"""Keeping new messages, each once."""

from collections.abc import Sequence

from sqlalchemy.dialects.postgresql import insert

from domain.kernel.session import SchoolSession
from domain.messaging.models.messages import Message
from domain.messaging.rules.as_decided import Row


async def keep_new(session: SchoolSession, rows: Sequence[Row]) -> None:
    """Whoever was told of the same occasion in the same way is not told again: the database says so."""
    if rows:
        await session.execute(insert(Message).on_conflict_do_nothing(), rows)
