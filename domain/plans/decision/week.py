"""Hours of the week on the clock of the school: for each day, from Monday on, spans of minutes, half open."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from domain.plans.models.contact_words import DayOfWeek

Span = tuple[int, int]
Week = tuple[tuple[Span, ...], ...]

DAYS = tuple(DayOfWeek)
MINUTES = 24 * 60
NEVER: Week = ((),) * len(DAYS)


def minute_of(time: str) -> int:
    """Of a `LocalTime`, such as 16:30."""
    return int(time[:2]) * 60 + int(time[3:])


def week_of(hours: Iterable[Mapping[str, str]]) -> Week | None:
    """Weekly hours as rows keep them; None when there are none, since that says nothing of the hours."""
    spans: dict[str, list[Span]] = {}
    for one in hours:
        spans.setdefault(one["weekday"], []).append((minute_of(one["from_time"]), minute_of(one["to_time"])))
    return tuple(_joined(spans.get(day, [])) for day in DAYS) if spans else None


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


@lru_cache(maxsize=10_000)
def both(one: Week, other: Week) -> Week:
    """The hours that lie in the two."""
    return tuple(
        tuple(
            (max(start, begin), min(end, close))
            for start, end in mine
            for begin, close in theirs
            if max(start, begin) < min(end, close)
        )
        for mine, theirs in zip(one, other, strict=True)
    )


def inside(spans: tuple[Span, ...], minute: int) -> bool:
    return any(start <= minute < end for start, end in spans)
