"""Messages whose time came, looked at once more: what no longer is so stays, what is so is decided anew."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.models import Delivery, Message, MessageTask
from domain.messaging.models.words import DeliveryState, MessageKind, MessageState
from domain.messaging.queries.now import now_of
from domain.messaging.queries.still import still_so
from domain.messaging.rules.leaving import decided_anew
from domain.messaging.rules.still import Still, Verdict, says_what_is_so


async def leaving_now(session: SchoolSession, messages: Sequence[Message]) -> dict[UUID, list[Delivery]]:
    """By the id of each message that leaves now: the ways it was tried by already."""
    await _look_into(session, [one.id for one in messages if one.kind == MessageKind.DIGEST])
    verdicts = await still_so(session, messages)
    tried, asked = await _tried(session, messages), await _asked(session, messages)
    for message in messages:
        ways = [*(one.channel for one in tried[message.id]), *asked[message.id]]
        _obey(message, verdicts[message.id], ways)
    await _drop(session, [one.id for one in messages if one.state == MessageState.OVERTAKEN])
    return {one.id: tried[one.id] for one in messages if verdicts[one.id].still is Still.NOW}


async def _look_into(session: SchoolSession, digest_ids: list[UUID]) -> None:
    """What summaries gathered, each part by itself. Those that somebody has just now are overtaken by them."""
    if not digest_ids:
        return
    gathered = (
        col(Message.school_id) == session.principal.school_id,
        col(Message.digest_id).in_(digest_ids),
        col(Message.state) == MessageState.IN_DIGEST,
    )
    parts = await session.rows(select(Message).where(*gathered).with_for_update(skip_locked=True))
    now = await now_of(session, parts, clock.now())
    for part in parts:
        if not says_what_is_so(part, now):
            part.state = MessageState.OVERTAKEN
    await session.flush()


def _obey(message: Message, verdict: Verdict, tried: Sequence[str | None]) -> None:
    if verdict.still is Still.OVERTAKEN:
        message.state = MessageState.OVERTAKEN
        return
    for name, value in decided_anew(verdict.reached, message.channel, tried).items():
        setattr(message, name, value)
    if verdict.still is Still.LATER:
        message.not_before = verdict.earliest or clock.now()


async def _tried(session: SchoolSession, messages: Sequence[Message]) -> dict[UUID, list[Delivery]]:
    found: dict[UUID, list[Delivery]] = {one.id: [] for one in messages}
    of_them = select(Delivery).where(
        col(Delivery.school_id) == session.principal.school_id, col(Delivery.message_id).in_(found)
    )
    for delivery in await session.rows(of_them):
        found[delivery.message_id].append(delivery)
    return found


async def _asked(session: SchoolSession, messages: Sequence[Message]) -> dict[UUID, list[str | None]]:
    """By which ways people of the school were asked to tell it already."""
    found: dict[UUID, list[str | None]] = {one.id: [] for one in messages}
    of_them = (col(MessageTask.school_id) == session.principal.school_id, col(MessageTask.message_id).in_(found))
    for message_id, channel in await session.execute(
        select(col(MessageTask.message_id), col(MessageTask.channel)).where(*of_them)
    ):
        found[message_id].append(channel)
    return found


async def _drop(session: SchoolSession, message_ids: list[UUID]) -> None:
    if message_ids:
        queued = (
            col(Delivery.school_id) == session.principal.school_id,
            col(Delivery.message_id).in_(message_ids),
            col(Delivery.state) == DeliveryState.QUEUED,
        )
        await session.execute(update(Delivery).where(*queued).values(state=DeliveryState.DROPPED))
