"""The clock of the school."""

from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.school.models.schools import School


async def zone_of(session: SchoolSession) -> ZoneInfo:
    """Of the session's school."""
    zone = select(col(School.time_zone)).where(col(School.school_id) == session.principal.school_id)
    return ZoneInfo((await session.execute(zone)).scalar_one())
