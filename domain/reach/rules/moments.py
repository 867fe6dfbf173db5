"""Parts of the week: which were offered to a family, and which suit it."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from domain.conferences.rules.day_parts import DayPart
from domain.plans.decision.week import Week

MINUTES_OF_AN_HOUR = 60


class Moment(NamedTuple):
    """A part of a day of the week, Monday being 0; None: of whichever day."""

    weekday: int | None
    part: DayPart


def part_at(minute: int) -> DayPart:
    """The part of the day in which this minute of it lies."""
    return max(part for part in DayPart if part * MINUTES_OF_AN_HOUR <= minute)


def moments_between(start: datetime, end: datetime) -> Iterator[Moment]:
    """When something was offered, by the clock of the school: each part of the day that it takes in."""
    minutes = start.hour * MINUTES_OF_AN_HOUR + start.minute
    last = minutes + int((end - start).total_seconds()) // MINUTES_OF_AN_HOUR - 1
    yield from (Moment(start.weekday(), part) for part in _parts_of(minutes, last))


def _parts_of(first: int, last: int) -> Iterator[DayPart]:
    """From the first minute to the last, both of them too."""
    yield from (part for part in DayPart if part_at(first) <= part <= part_at(max(first, last)))


def not_offered(hours: Week | None, offered: frozenset[Moment]) -> Moment | None:
    """What suits and was not offered: another part of the day rather than another day. None: all of it was."""
    parts = {moment.part for moment in offered}
    left = [moment for moment in _suiting(hours) if moment not in offered and not _is_known(moment, parts)]
    return min(left, key=lambda moment: moment.part in parts, default=None)


def _is_known(moment: Moment, parts: set[DayPart]) -> bool:
    return moment.weekday is None and moment.part in parts


def _suiting(hours: Week | None) -> Iterator[Moment]:
    """Of who named no hours, each part of the day may suit."""
    if hours is None:
        yield from (Moment(None, part) for part in DayPart)
        return
    for weekday, spans in enumerate(hours):
        for start, end in spans:
            yield from (Moment(weekday, part) for part in _parts_of(start, end - 1))
