"""Taking messages whose time came: after this transaction each is under way, a task of somebody, or no longer due."""

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.events import record
from domain.kernel.session import SchoolSession
from domain.messaging.actions.by_hand import give_to_people
from domain.messaging.actions.looking_again import leaving_now
from domain.messaging.actions.not_reached import go_on
from domain.messaging.actions.writing import Origin, Writing, writing_for
from domain.messaging.channels.port import Letter
from domain.messaging.models import Delivery, Message, Messaging
from domain.messaging.models.words import DeliveryState, MessageState
from domain.messaging.rules.by_hand import TASK_OF
from domain.plans.models.contact_words import ContactChannel

BATCH = 50
GONE_FOR_NOW = timedelta(hours=1)
"""What cannot be put into words is looked at again after so long."""


async def take(session: SchoolSession, worker: str, origin: Origin, most: int) -> tuple[int, list[Letter]]:
    """How many were looked at, and what is to be handed over, by this worker and nobody else."""
    here = session.principal.school_id
    settings = (await session.rows(select(Messaging).where(col(Messaging.school_id) == here)))[:1]
    if not settings or settings[0].is_paused:
        return 0, []
    messages = await _oldest(session, most)
    if not messages:
        return 0, []
    tried = await leaving_now(session, messages)
    leaving = [one for one in messages if one.id in tried]
    writing = await writing_for(session, settings[0], origin, leaving)
    letters = [await _begin(session, one, tried[one.id], worker, writing) for one in leaving]
    return len(messages), [letter for letter in letters if letter]


async def set_aside(session: SchoolSession) -> None:
    """The oldest: whatever is wrong with it, the others go on."""
    for message in await _oldest(session, 1):
        message.not_before = clock.now() + GONE_FOR_NOW


async def _oldest(session: SchoolSession, most: int) -> list[Message]:
    """Of those whose time came; locked, and those that somebody else has are left to them."""
    due = (
        col(Message.school_id) == session.principal.school_id,
        col(Message.state) == MessageState.WAITING,
        col(Message.not_before) <= clock.now(),
    )
    oldest = select(Message).where(*due).order_by(col(Message.not_before), col(Message.id)).limit(most)
    return await session.rows(oldest.with_for_update(skip_locked=True))


async def _begin(
    session: SchoolSession, message: Message, tried: list[Delivery], worker: str, writing: Writing
) -> Letter | None:
    """What is gone says nothing any longer; what nobody could put into words waits for somebody to mend it."""
    if message.id not in writing.words:
        message.state = MessageState.OVERTAKEN
        return None
    if not writing.words[message.id].said:
        message.not_before = clock.now() + GONE_FOR_NOW
        return None
    channel = ContactChannel(message.channel) if message.channel else None
    if channel is None or channel in TASK_OF:
        await give_to_people(session, message, channel)
        return None
    if delivery := await _delivery(session, message, channel, tried):
        return _depart(session, message, delivery, worker, writing)
    return None


async def _delivery(
    session: SchoolSession, message: Message, channel: ContactChannel, tried: list[Delivery]
) -> Delivery | None:
    """The one line of the ledger for this way; None when it says that this way was gone already."""
    before = next((one for one in tried if one.channel == channel), None)
    if before and before.state in {DeliveryState.FAILED, DeliveryState.DROPPED}:
        await go_on(session, message)
        return None
    if before and before.state == DeliveryState.SENT:
        message.state, message.sent_at = MessageState.SENT, before.sent_at
        return None
    delivery = before or _new_delivery(message, channel)
    session.add(delivery)
    return delivery


def _depart(
    session: SchoolSession, message: Message, delivery: Delivery, worker: str, writing: Writing
) -> Letter | None:
    if delivery.channel == ContactChannel.APP:
        _push(session, message, delivery)
        return None
    message.state, delivery.state = MessageState.SENDING, DeliveryState.HANDING_OVER
    delivery.attempts, delivery.worker = delivery.attempts + 1, worker
    return writing.letter(message, delivery)


def _new_delivery(message: Message, channel: ContactChannel) -> Delivery:
    return Delivery(
        school_id=message.school_id,
        message_id=message.id,
        channel=channel,
        state=DeliveryState.QUEUED,
        attempts=0,
        next_at=clock.now(),
        created_at=clock.now(),
    )


def _push(session: SchoolSession, message: Message, delivery: Delivery) -> None:
    """Ids only: the app fetches what it may see."""
    record(
        session,
        "message.pushed",
        "messages",
        message.id,
        student_id=message.student_id,
        guardian_id=message.guardian_id,
    )
    message.state = MessageState.SENT
    delivery.state, delivery.attempts = DeliveryState.SENT, 1
    message.sent_at = delivery.sent_at = clock.now()
