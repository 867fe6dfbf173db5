"""When both sides are there, or when it comes nearest."""

from collections.abc import Sequence
from functools import cache

from domain.plans.models.contact_words import DayOfWeek
from domain.plans.models.hours import WeeklyHours

DAY, WEEK = 24 * 60, 7 * 24 * 60
_DAYS = {day: number for number, day in enumerate(DayOfWeek)}


def overlap(one: WeeklyHours, other: WeeklyHours) -> WeeklyHours | None:
    """What two hours have in common; as text, times of a clock come in the order of the clock."""
    if one.weekday != other.weekday or one.from_time >= other.to_time or other.from_time >= one.to_time:
        return None
    start, end = max(one.from_time, other.from_time), min(one.to_time, other.to_time)
    return WeeklyHours.model_construct(weekday=one.weekday, from_time=start, to_time=end)


def overlaps(some: Sequence[WeeklyHours], others: Sequence[WeeklyHours]) -> list[WeeklyHours]:
    """When both are there, in the order of the first."""
    return [both for one in some for other in others if (both := overlap(one, other))]


def nearest_hours(wished: WeeklyHours, offered: Sequence[WeeklyHours]) -> WeeklyHours:
    """Of hours that do not overlap with it the nearest, through the night and the end of the week too."""
    start, end = minute(wished.weekday, wished.from_time), minute(wished.weekday, wished.to_time)

    def apart(other: WeeklyHours) -> int:
        after = minute(other.weekday, other.from_time) - end
        return min(after % WEEK, (start - minute(other.weekday, other.to_time)) % WEEK)

    return min(offered, key=apart)


@cache
def minute(weekday: DayOfWeek, at: str) -> int:
    """Of the week, which begins on Monday."""
    return _DAYS[weekday] * DAY + int(at[:2]) * 60 + int(at[3:])
