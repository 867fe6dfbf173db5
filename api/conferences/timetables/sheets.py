"""Timetables as the sheets of a workbook."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import groupby
from typing import TypeVar

from api.files.workbook import Cell, Sheet
from api.printing.timetables.staff import comes, student_names
from api.printing.words import Words
from domain.conferences.models.timetables.read import (
    EveningPerson,
    EveningTalk,
    EveningTimetable,
    Span,
    StaffTalk,
    StaffTimetable,
)
from domain.conversations.facts import Status

R = TypeVar("R")
_TIMES = (("date", 12), ("from", 8), ("until", 8))
_STAFF = (*_TIMES, ("what", 11), ("student", 28), ("who_comes", 34), ("topics", 40), ("building", 18), ("room", 16))
_EVENING = (*_TIMES, ("teacher", 24), ("what", 11), ("student", 28), ("family", 22), ("building", 18), ("room", 16))
_ENDS = (("how", 18), ("interpreter", 11), ("checked_in", 9))


def staff_sheets(words: Words, timetable: StaffTimetable) -> list[Sheet]:
    """A sheet for each session."""
    parts = _parts(timetable)
    return _sheets(words, _STAFF, parts, lambda part: part, lambda part: _staff_cells(words, timetable, part))


def evening_sheets(words: Words, evening: EveningTimetable) -> list[Sheet]:
    """A sheet for each session, everybody's talks by time."""
    rows = [(one, part) for one in evening.staff for part in _parts(one)]
    return _sheets(words, _EVENING, rows, lambda row: row[1], lambda row: _evening_cells(words, *row))


def _parts(one: StaffTimetable | EveningPerson) -> list[Span]:
    return [*(talk for talk in one.talks if talk.status != Status.CANCELLED), *one.breaks, *one.free]


def _sheets(
    words: Words,
    columns: Iterable[tuple[str, int]],
    rows: Iterable[R],
    when: Callable[[R], Span],
    cells: Callable[[R], list[Cell]],
) -> list[Sheet]:
    headings = [(words.label(name), width) for name, width in (*columns, *_ENDS)]
    ordered = sorted(rows, key=lambda row: (when(row).local_start[:10], when(row).session_id, when(row).local_start))
    sessions = [list(group) for _, group in groupby(ordered, key=lambda row: when(row).session_id)]
    found = [Sheet(_named(when(rows[0])), headings, [cells(row) for row in rows]) for rows in sessions]
    return found or [Sheet(words.label("no_talks")[:31], headings, [])]


def _named(first: Span) -> str:
    """After the first time on it; a name may hold no colon."""
    return f"{datetime.fromisoformat(first.local_start):%Y-%m-%d %H.%M}"


def _staff_cells(words: Words, one: StaffTimetable, part: Span) -> list[Cell]:
    if not isinstance(part, StaffTalk):
        return [*_times(part), words.label("break" if part in one.breaks else "free")]
    return [
        *_times(part),
        words.label("talk"),
        _listed(words, student_names(part.students)),
        _listed(words, [comes(words, each) for each in part.people]),
        _listed(words, part.topics),
        *_rest(words, part),
    ]


def _evening_cells(words: Words, one: EveningPerson, part: Span) -> list[Cell]:
    start = [*_times(part), f"{one.given_name} {one.family_name}"]
    if not isinstance(part, EveningTalk):
        return [*start, words.label("break" if part in one.breaks else "free")]
    students, families = _listed(words, student_names(part.students)), _listed(words, part.families)
    return [*start, words.label("talk"), students, families, *_rest(words, part)]


def _times(part: Span) -> list[Cell]:
    start, end = (datetime.fromisoformat(moment) for moment in (part.local_start, part.local_end))
    return [start.date(), start, end]


def _rest(words: Words, talk: StaffTalk | EveningTalk) -> list[Cell]:
    here = words.label("is_so") if talk.is_checked_in else None
    return [talk.location, talk.room, words.kind("channels", talk.channel), talk.interpreter_language, here]


def _listed(words: Words, said: Iterable[str]) -> str:
    return words.label("comma").join(said)
