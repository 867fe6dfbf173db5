"""Of a visit that is off, messages keep nothing beyond that they were there (R29)."""

from collections.abc import Iterable

from sqlalchemy import select, update
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.messaging.actions.links import revoke
from domain.messaging.models.messages import Message
from domain.messaging.rules.visiting import Visit
from domain.visits.models.words import VisitStatus

_OFF = frozenset({VisitStatus.WITHDRAWN, VisitStatus.CANCELLED})


async def forget_ended(session: SchoolSession, visits: Iterable[Visit]) -> None:
    """When it was to be and who would come; the links that showed it serve no longer."""
    off = [one.id for one in visits if one.status in _OFF]
    if off:
        about = (col(Message.school_id) == session.principal.school_id, col(Message.resource_id).in_(off))
        await session.execute(update(Message).where(*about).values(said={}, told={}))
        await revoke(session, select(col(Message.id)).where(*about))
