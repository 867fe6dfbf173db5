"""After a worker ended in the middle: what it was handing over is settled by what is known of it, never sent twice."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, text
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.actions.settling import mark_sent, put_back, under_way
from domain.messaging.journal import NOT_SENT, SENT
from domain.messaging.models import Delivery
from domain.messaging.models.words import DeliveryState
from domain.plans.models.contact_words import ContactChannel

COMES_BACK_WITHIN = timedelta(minutes=10)
"""Until then a worker that stopped is expected to come back to its journal, which knows more than we do."""

ALIVE = "SELECT pg_advisory_lock(hashtextextended($1, 0))"
"""Held by each worker for as long as it lives, on the name of its journal."""
_IS_GONE = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:worker, 0))")


async def recover(session: SchoolSession, worker: str, marks: Mapping[UUID, bytes]) -> int:
    """By the worker's own journal: without a mark nothing was kept by the other side, with one it may have been.

    How many there were.
    """
    left = await under_way(session, worker)
    for delivery, message in left:
        mark = marks.get(delivery.id, NOT_SENT)
        if mark == NOT_SENT:
            put_back(message, delivery)
        else:
            mark_sent(session, message, delivery, confirmed=mark == SENT)
    return len(left)


async def recover_of_the_gone(session: SchoolSession) -> None:
    """Of workers that are gone with their journals. Only e-mail has no key by which it could be tried again."""
    for worker in await _silent(session):
        if not await session.scalar(_IS_GONE, {"worker": worker}):
            continue
        for delivery, message in await under_way(session, worker):
            if delivery.channel == ContactChannel.EMAIL:
                mark_sent(session, message, delivery, confirmed=False)
            else:
                put_back(message, delivery)


async def _silent(session: SchoolSession) -> list[str]:
    busy = (
        col(Delivery.school_id) == session.principal.school_id,
        col(Delivery.state) == DeliveryState.HANDING_OVER,
        col(Delivery.updated_at) < clock.now() - COMES_BACK_WITHIN,
    )
    workers = (await session.execute(select(col(Delivery.worker)).where(*busy).distinct())).scalars()
    return [worker for worker in workers if worker]
