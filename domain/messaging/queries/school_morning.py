"""When people of the school take up what did not work, or was given to them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.rules.next_way import next_school_morning
from domain.school.closed_days import days_off_of
from domain.school.models.schools import School


async def school_morning(session: SchoolSession) -> datetime:
    """The next one, on the clock and in the calendar of the session's school."""
    zone = select(col(School.time_zone)).where(col(School.school_id) == session.principal.school_id)
    name = (await session.execute(zone)).scalar_one()
    return next_school_morning(clock.now(), ZoneInfo(name), await days_off_of(session))
