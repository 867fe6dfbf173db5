"""Choosing one of the times that were offered."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conversations.actions.hold import hold
from domain.conversations.models.conversations import Conversation, OfferedTime
from domain.conversations.queries.life import Life
from domain.conversations.queries.opening import open_case
from domain.kernel.errors import DOES_NOT_EXIST, Conflict, Detail, Invalid, Message
from domain.kernel.session import SchoolSession

WHICH_TIME = Message(
    "which_time",
    "Kies een van de voorgestelde momenten.",
    "Choisissez un des moments proposés.",
    "Choose one of the times that were offered.",
)
TIME_CHOSEN = Message(
    "time_already_chosen",
    "Er is al een ander moment gekozen. Past dat niet, laat het dan weten.",
    "Un autre moment a déjà été choisi. S'il ne convient pas, dites-le.",
    "Another time was chosen already. If it does not suit, say so.",
)


async def settle_time(session: SchoolSession, life: Life, proposal_id: UUID | None) -> None:
    it = life.conversation
    if it.is_time_chosen and proposal_id is None:
        return
    time = _wanted(await _offered(session, it), proposal_id)
    if it.is_time_chosen:
        if (time.starts_at, time.ends_at) != (it.starts_at, it.ends_at):
            raise Conflict(TIME_CHOSEN)
        return
    (await open_case(session, *life, [time])).move_to(time)
    it.is_time_chosen = True
    await hold(session, life)


async def _offered(session: SchoolSession, it: Conversation) -> list[OfferedTime]:
    here = (col(OfferedTime.school_id) == it.school_id, col(OfferedTime.conversation_id) == it.id)
    return await session.rows(select(OfferedTime).where(*here))


def _wanted(offered: list[OfferedTime], proposal_id: UUID | None) -> OfferedTime:
    if proposal_id is None and len(offered) > 1:
        raise Invalid(WHICH_TIME, Detail("/proposal_id", WHICH_TIME))
    found = [time for time in offered if proposal_id in (None, time.id)]
    if not found:
        raise Invalid(DOES_NOT_EXIST, Detail("/proposal_id", DOES_NOT_EXIST))
    return found[0]
