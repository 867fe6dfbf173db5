"""The quiet hours of a school, as the decision takes them."""

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.messaging.models.settings import Messaging
from domain.plans.decision.school_ways import QuietHours


async def quiet_hours(session: SchoolSession) -> QuietHours:
    """As the school set them, else as they are by default."""
    it = Messaging
    said = select(col(it.quiet_from), col(it.quiet_to), col(it.quiet_at_weekends))
    found = (await session.execute(said.where(col(it.school_id) == session.principal.school_id))).one_or_none()
    return QuietHours(*found) if found else QuietHours()
