"""What comes when a way led nowhere: the next of those that were decided, and at the end a person."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.plans.models.contact_words import ContactChannel
from domain.school.days_off import DaysOff

AGAIN_AT = time(8, 30)
"""When people at school look at what did not work the day before (own choice)."""


def next_way(further: Sequence[str], tried: Sequence[str | None]) -> ContactChannel | None:
    """The best way that was not tried yet; None when there is none."""
    return next((ContactChannel(channel) for channel in further if channel not in tried), None)


def next_school_morning(moment: datetime, zone: ZoneInfo, days_off: DaysOff) -> datetime:
    """The morning of the next day with school, on the clock of the school."""
    day = moment.astimezone(zone).date() + timedelta(days=1)
    while day in days_off:
        day += timedelta(days=1)
    return datetime.combine(day, AGAIN_AT, zone)
