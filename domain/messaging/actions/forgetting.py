"""What of messages has served its time."""

from datetime import timedelta

from sqlalchemy import delete, func, or_, select, update
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.models import Message, MessageLink

SAID = timedelta(days=365)
"""How long it is kept what was said: a family may ask for a school year what it was told, as with notes of a talk."""

SENT = timedelta(days=2 * 365)
"""How long it is kept that somebody was told, by which way and why: until the next plan was looked back on too."""

EXPIRED = timedelta(days=30)
"""How long a link that no longer opens says so, rather than that it never was."""


async def forget_old_messages(session: SchoolSession) -> None:
    """Of the session's school. Deliveries, tasks and links go with their message, and with a summary what it gathered,
    which may be younger."""
    here, now = session.principal.school_id, clock.now()
    mine, made = col(Message.school_id) == here, col(Message.created_at)
    old = (mine, made < now - SENT)
    gathered = col(Message.digest_id).in_(select(col(Message.id)).where(*old).correlate(None))
    await session.execute(delete(Message).where(mine, or_(made < now - SENT, gathered)))
    words = or_(*(column != func.jsonb_build_object() for column in (col(Message.said), col(Message.told))))
    await session.execute(update(Message).where(mine, made < now - SAID, words).values(said={}, told={}))
    late = (col(MessageLink.school_id) == here, col(MessageLink.expires_at) < now - EXPIRED)
    await session.execute(delete(MessageLink).where(*late))
