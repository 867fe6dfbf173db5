"""The first instant whose time on the clock lies in hours of the week, however the clock jumps."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.plans.decision.week import Span, Week, inside

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
HORIZON = 75
"""Days to look ahead: beyond the summer holiday of 62."""


def first_instant(week: Week, moment: datetime, zone: ZoneInfo, closes: Callable[[date], bool]) -> datetime | None:
    """In UTC. `moment` itself when the clock then shows such a time on a day that is not closed.

    None when no day within the horizon has one.
    """
    local = moment.astimezone(zone)
    today = local.date()
    if inside(week[today.weekday()], local.hour * 60 + local.minute) and not closes(today):
        return moment.astimezone(UTC)
    for ahead in range(HORIZON):
        day = today + ahead * DAY
        spans = week[day.weekday()]
        if spans and not closes(day) and (found := _first_on(day, spans, moment, zone)):
            return found
    return None


def _first_on(day: date, spans: tuple[Span, ...], moment: datetime, zone: ZoneInfo) -> datetime | None:
    midnight, next_midnight = (datetime.combine(one, time(), zone) for one in (day, day + DAY))
    starts_at = midnight.astimezone(UTC)
    if midnight.utcoffset() != next_midnight.utcoffset():
        return _first_of_minutes(starts_at, next_midnight.astimezone(UTC), spans, moment, zone)
    begins = (starts_at + start * MINUTE for start, _ in spans)
    return next((begin for begin in begins if begin > moment), None)


def _first_of_minutes(
    start: datetime, end: datetime, spans: tuple[Span, ...], moment: datetime, zone: ZoneInfo
) -> datetime | None:
    """On a day of 23 or 25 hours the clock itself is asked, minute by minute: one may be missing or come twice."""
    now = max(start, moment.astimezone(UTC).replace(second=0, microsecond=0) + MINUTE)
    while now < end:
        local = now.astimezone(zone)
        if inside(spans, local.hour * 60 + local.minute):
            return now
        now += MINUTE
    return None
