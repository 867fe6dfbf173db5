"""What of a round has served its time: links that no longer serve, and a year later what families said."""

from datetime import timedelta

from sqlalchemy import func, or_, select, update
from sqlmodel import col

from domain.conferences.models import ConferenceFamily, ConferenceSession, TalkRequest
from domain.kernel import clock
from domain.kernel.session import SchoolSession

SAID = timedelta(days=365)
"""How long after the last session it is kept when families could, how they were reached, and their topics."""


async def forget_old_rounds(session: SchoolSession) -> None:
    """Of the session's school. That there was a talk stays with its conversation."""
    here = session.principal.school_id
    family, request = ConferenceFamily, TalkRequest
    late = (col(family.school_id) == here, col(family.link_expires_at) <= clock.now())
    await session.execute(update(family).where(*late).values(link_hash=None, link_expires_at=None))
    last = select(col(ConferenceSession.round_id)).where(col(ConferenceSession.school_id) == here)
    over = last.group_by(col(ConferenceSession.round_id)).having(
        func.max(ConferenceSession.ends_at) < clock.now() - SAID
    )
    said = (col(family.school_id) == here, col(family.round_id).in_(over))
    anything = or_(*(func.jsonb_array_length(column) > 0 for column in (family.available, family.attempts)))
    nothing: dict[str, list[str]] = {"available": [], "preferred": [], "attempts": []}
    await session.execute(update(family).where(*said, anything).values(**nothing))
    asked = (col(request.school_id) == here, col(request.round_id).in_(over))
    await session.execute(update(request).where(*asked, func.jsonb_array_length(request.topics) > 0).values(topics=[]))
