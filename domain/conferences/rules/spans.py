"""Parts of an evening: when somebody is there, and what is left free."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, get_args
from uuid import UUID

from domain.conferences.models.timetables.facts import RoundFacts, SessionFacts, StaffFacts
from domain.kernel.claims import CELL_SECONDS
from domain.school.models.words import Weekday

WEEKDAYS = get_args(Weekday)


class Part(NamedTuple):
    """A part of a session, half open."""

    session_id: UUID
    starts_at: datetime
    ends_at: datetime


def there(facts: RoundFacts, staff: StaffFacts) -> list[Part]:
    """When somebody of the staff is there: as they said, else in every session on their teaching days."""
    if staff.available is not None:
        return within(facts.sessions, ((one.starts_at, one.ends_at) for one in staff.available))
    days = {WEEKDAYS.index(day) for day in staff.teaching_days}
    return [
        Part(one.id, one.starts_at, one.ends_at)
        for one in facts.sessions
        if one.starts_at.astimezone(facts.zone).weekday() in days
    ]


def breaks(facts: RoundFacts, staff: StaffFacts) -> list[Part]:
    """The breaks of somebody, in the sessions."""
    return within(facts.sessions, ((one.starts_at, one.ends_at) for one in staff.breaks))


def free(facts: RoundFacts, staff: StaffFacts) -> list[Part]:
    """What is left between breaks, talks and whatever else takes somebody's time, when a talk fits into it."""
    busy = [(one.starts_at, one.ends_at) for one in staff.breaks]
    busy += [(one.starts_at, one.ends_at) for one in staff.talks if one.takes_place]
    busy += [_cell(number) for number in staff.taken]
    needed = timedelta(minutes=facts.talk_minutes)
    left = (gap for part in there(facts, staff) for gap in _gaps(part, sorted(busy)))
    return [gap for gap in left if gap.ends_at - gap.starts_at >= needed]


def within(sessions: Iterable[SessionFacts], windows: Iterable[tuple[datetime, datetime]]) -> list[Part]:
    """Windows, cut to the sessions they lie in, in order."""
    times = list(windows)
    cut = (Part(one.id, max(one.starts_at, start), min(one.ends_at, end)) for one in sessions for start, end in times)
    return sorted((part for part in cut if part.starts_at < part.ends_at), key=lambda part: part.starts_at)


def _gaps(part: Part, busy: Iterable[tuple[datetime, datetime]]) -> Iterable[Part]:
    begin = part.starts_at
    for start, end in busy:
        if start >= part.ends_at:
            break
        if start > begin:
            yield Part(part.session_id, begin, start)
        begin = max(begin, end)
    if begin < part.ends_at:
        yield Part(part.session_id, begin, part.ends_at)


def _cell(number: int) -> tuple[datetime, datetime]:
    start = datetime.fromtimestamp(number * CELL_SECONDS, UTC)
    return start, start + timedelta(seconds=CELL_SECONDS)
