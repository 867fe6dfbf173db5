"""The days on which a school is closed, read from its calendar: one statement."""

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.school.calendar import Period
from domain.school.days_off import DaysOff
from domain.school.models.calendar import CLOSED, CalendarPeriod, PeriodKind


async def days_off_of(session: SchoolSession) -> DaysOff:
    """Of the session's school."""
    period = CalendarPeriod
    closed = select(col(period.kind), col(period.starts_on), col(period.ends_on)).where(
        col(period.school_id) == session.principal.school_id, col(period.kind).in_(CLOSED)
    )
    periods = [(kind, Period(*days)) for kind, *days in await session.execute(closed)]
    holidays = [days for kind, days in periods if kind == PeriodKind.HOLIDAY]
    return DaysOff(holidays, [days for _, days in periods])
