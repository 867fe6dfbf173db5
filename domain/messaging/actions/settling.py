"""Writing down what became of what was handed over."""

import random
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.events import record
from domain.kernel.session import SchoolSession
from domain.messaging.actions.not_reached import go_on
from domain.messaging.channels.port import Answer, Outcome
from domain.messaging.models import Delivery, Message
from domain.messaging.models.words import DeliveryState, MessageState
from domain.messaging.rules.retrying import next_try


async def settle(session: SchoolSession, worker: str, outcomes: Mapping[UUID, Outcome | None]) -> None:
    """By the id of the delivery; None: it was not tried after all. What another worker settled since stays as it is."""
    for delivery, message in await under_way(session, worker, outcomes):
        if outcome := outcomes[delivery.id]:
            await _settle(session, message, delivery, outcome)
        else:
            put_back(message, delivery)
            delivery.attempts -= 1


async def under_way(
    session: SchoolSession, worker: str, delivery_ids: Iterable[UUID] | None = None
) -> list[tuple[Delivery, Message]]:
    """What this worker hands over, locked in one order; only these when they are given."""
    here = session.principal.school_id
    mine = [
        col(Delivery.school_id) == here,
        col(Delivery.worker) == worker,
        col(Delivery.state) == DeliveryState.HANDING_OVER,
    ]
    if delivery_ids is not None:
        mine.append(col(Delivery.id).in_(list(delivery_ids)))
    its = (col(Message.school_id) == here) & (col(Message.id) == col(Delivery.message_id))
    statement = select(Delivery, Message).join(Message, its).where(*mine).order_by(col(Message.id)).with_for_update()
    found = await session.execute(statement.execution_options(populate_existing=True))
    return [(delivery, message) for delivery, message in found]


async def _settle(session: SchoolSession, message: Message, delivery: Delivery, outcome: Outcome) -> None:
    delivery.problem = outcome.problem
    if outcome.answer is Answer.SENT:
        mark_sent(session, message, delivery, confirmed=outcome.confirmed)
        return
    if outcome.answer is Answer.LATER and (again := _again(message, delivery)):
        put_back(message, delivery)
        message.not_before = delivery.next_at = again
        return
    delivery.state = DeliveryState.FAILED
    await go_on(session, message)


def mark_sent(session: SchoolSession, message: Message, delivery: Delivery, *, confirmed: bool) -> None:
    delivery.state, delivery.confirmed, delivery.worker = DeliveryState.SENT, confirmed, None
    message.state = MessageState.SENT
    message.sent_at = delivery.sent_at = clock.now()
    record(session, "message.sent", "messages", message.id, student_id=message.student_id)


def put_back(message: Message, delivery: Delivery) -> None:
    """To be taken again."""
    delivery.state, delivery.worker, message.state = DeliveryState.QUEUED, None, MessageState.WAITING


def _again(message: Message, delivery: Delivery) -> datetime | None:
    began_at = delivery.created_at or clock.now()
    return next_try(delivery.attempts, began_at, clock.now(), message.too_late_at, random.random())  # noqa: S311
