"""Talks that stand in a session, when its times change."""

from typing import Any

from sqlalchemy import func, or_, select
from sqlmodel import col

from domain.conferences.models.bookings import Booking
from domain.conferences.queries.problem.spans import Span
from domain.conferences.queries.rounds import stands
from domain.conversations.models.conversations import Conversation
from domain.kernel.errors import Conflict, Message
from domain.kernel.session import SchoolSession

TALKS_STAND = Message(
    "talks_stand_in_session",
    "Gesprekken die vaststaan, zouden buiten dit moment vallen: {talks}. Herplan de ronde met `moved_sessions`, "
    "of zeg ze eerst af.",
    "Des entretiens fixés tomberaient en dehors de ce moment : {talks}. Replanifiez la série avec `moved_sessions`, "
    "ou annulez-les d'abord.",
    "Talks that stand would fall outside this session: {talks}. Plan the round again with `moved_sessions`, "
    "or call them off first.",
)


async def ensure_no_talks_outside(session: SchoolSession, evening: Any, times: Span | None = None) -> None:
    """Its talks stay within these times (None: there is no such session any longer).

    Raises:
        Conflict: `talks_stand_in_session`, with how many.
    """
    mine = (col(Booking.school_id) == evening.school_id, col(Booking.session_id) == evening.id, stands())
    talk = (col(Conversation.school_id) == col(Booking.school_id)) & (
        col(Conversation.id) == col(Booking.conversation_id)
    )
    counted = select(func.count()).select_from(Booking).join(Conversation, talk).where(*mine)
    if times:
        counted = counted.where(or_(col(Conversation.starts_at) < times[0], col(Conversation.ends_at) > times[1]))
    if talks := await session.scalar(counted):
        raise Conflict(TALKS_STAND, talks=talks)
