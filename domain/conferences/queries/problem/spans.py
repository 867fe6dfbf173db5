"""Spans of time: what people say, less what is taken, as the planner's document has it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

Span = tuple[datetime, datetime]
Spans = list[Span]


def said(windows: Iterable[Any]) -> Spans:
    """Windows as columns keep them."""
    return [(datetime.fromisoformat(one["starts_at"]), datetime.fromisoformat(one["ends_at"])) for one in windows]


def kept(spans: Iterable[Span]) -> list[dict[str, str]]:
    """The same, to be kept in a column."""
    return [{"starts_at": start.isoformat(), "ends_at": end.isoformat()} for start, end in spans]


def joined(spans: Iterable[Span]) -> Spans:
    """Sorted, and those that touch made one."""
    out: Spans = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def without(spans: Iterable[Span], taken: Iterable[Span]) -> Spans:
    """What is left when others have taken theirs."""
    left = joined(spans)
    for first, last in joined(taken):
        left = [
            part
            for start, end in left
            for part in ((start, min(end, first)), (max(start, last), end))
            if part[0] < part[1]
        ]
    return left


def within(spans: Iterable[Span], bounds: Iterable[Span]) -> Spans:
    """The parts that lie inside the bounds."""
    both = ((max(start, first), min(end, last)) for start, end in spans for first, last in bounds)
    return joined((start, end) for start, end in both if start < end)


def local(moment: datetime, zone: ZoneInfo) -> str:
    """The time as clocks at the school have it, to the minute."""
    return moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M")


def written(spans: Iterable[Span], zone: ZoneInfo) -> list[dict[str, str]]:
    """As the planner's document has windows."""
    windows = ({"start": local(start, zone), "end": local(end, zone)} for start, end in spans)
    return [one for one in windows if one["start"] < one["end"]]
