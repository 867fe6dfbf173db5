"""What the pages of a round have in common: its name, and its days."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TypeVar

from api.printing.moments import clock, hours
from api.printing.words import Said, Words
from domain.conferences.models.timetables.read import RoundRead, Span

S = TypeVar("S", bound=Span)


def about(words: Words, timetable: RoundRead) -> list[Said | None]:
    """The name of the round, and of the school."""
    name = timetable.name
    return [words.written(name) if isinstance(name, str) else words.picked(name), words.written(timetable.school)]


def timed(words: Words, span: Span, expected: str | None = None) -> str:
    """`16.00–16.20`, and on a line of its own when it is expected, if that is later."""
    said = hours(words, span.local_start, span.local_end)
    return f"{said}\n{words.label('about_time', time=clock(words, expected))}" if expected else said


def by_day(spans: Iterable[S]) -> Iterator[tuple[datetime, list[S]]]:
    """Parts of a round, day by day as the school has them, in order."""
    ordered = sorted(spans, key=lambda one: (one.local_start, one.local_end))
    for day, those in groupby(ordered, key=lambda one: one.local_start[:10]):
        yield datetime.fromisoformat(day), list(those)
