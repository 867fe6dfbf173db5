"""What would make a talk fit, in words for the family: never another family's name or time (R17, R20)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.conferences.rules.helping_words import (
    ANOTHER_EVENING,
    BREAK_MOVES,
    BY_PHONE,
    EARLIER,
    INTERPRETER,
    LATER,
    LESS_WALKING,
    LONGER_RUN,
    OTHER_DAY,
    OTHERS_MOVE,
    SOMEBODY_ELSE,
    STAFF_THERE,
    STUDENT_FREE,
)
from domain.kernel.days import day_in_words, times_in

Atom = dict[str, Any]
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Situation:
    """A talk without a time: its families, the names of its staff by id, what its people said, and its length."""

    families: frozenset[str]
    staff: dict[str, str]
    windows: list[Span]
    breaks: list[Span]
    zone: ZoneInfo
    minutes: int


def would_help(here: Situation, relaxation: dict[str, Any], language: str) -> list[str]:
    """One sentence for each thing that would have to give; the talk fits when all of them do."""
    start = datetime.fromisoformat(relaxation["start"]).replace(tzinfo=here.zone)
    talk = start, start + timedelta(minutes=here.minutes)
    said = [_SAID[atom["kind"]](here, talk, atom, language) for atom in relaxation["atoms"]]
    return list(dict.fromkeys([*said, *_moves(relaxation, language)]))


def by_phone(at: dict[str, Any], language: str) -> str:
    """`Met de telefoon: dinsdag 1 december 2026 om 18.40 uur.`"""
    start = datetime.fromisoformat(at["start"])
    return BY_PHONE.words(language, {"day": _day(start, language), "start": _clock(start, language)})


def _family(here: Situation, talk: Span, _: Atom, language: str) -> str:
    said = _times(talk, language)
    day = [(start.astimezone(here.zone), end.astimezone(here.zone)) for start, end in here.windows]
    for start, end in sorted(part for part in day if part[0].date() == talk[0].date()):
        if talk[0] < start < talk[1] or talk[1] == start:
            return EARLIER.words(language, said | {"instead": _clock(start, language)})
        if talk[0] < end < talk[1] or talk[0] == end:
            return LATER.words(language, said | {"instead": _clock(end, language)})
    return OTHER_DAY.words(language, said)


def _staff(here: Situation, talk: Span, atom: Atom, language: str) -> str:
    said = _times(talk, language) | {"name": here.staff.get(atom["who"], "…"), "minutes": str(atom["amount"])}
    on_break = any(start < talk[1] and talk[0] < end for start, end in here.breaks)
    return (BREAK_MOVES if on_break else STAFF_THERE).words(language, said)


def _run(here: Situation, _: Span, atom: Atom, language: str) -> str:
    return LONGER_RUN.words(language, {"name": here.staff.get(atom["who"], "…"), "minutes": atom["amount"]})


def _walking(_: Situation, __: Span, atom: Atom, language: str) -> str:
    return LESS_WALKING.words(language, {"minutes": atom["amount"]})


Said = Callable[[Situation, Span, Atom, str], str]


def _to_itself(say: Said) -> Said:
    """What a family could do is told to that family alone, not in a talk of two; staff may walk faster for all."""

    def said(here: Situation, talk: Span, atom: Atom, language: str) -> str:
        own = {atom["who"]} == here.families or atom["who"] in here.staff
        return say(here, talk, atom, language) if own else SOMEBODY_ELSE.words(language)

    return said


_SAID: dict[str, Said] = {
    "household_window": _to_itself(_family),
    "teacher_window": _staff,
    "teacher_run": _run,
    "walking": _to_itself(_walking),
    "student_window": lambda _, talk, __, language: STUDENT_FREE.words(language, _times(talk, language)),
    "interpreter": lambda _, talk, __, language: INTERPRETER.words(language, _times(talk, language)),
    "max_sessions": _to_itself(lambda _, talk, __, language: ANOTHER_EVENING.words(language, _times(talk, language))),
}


def _moves(relaxation: dict[str, Any], language: str) -> Iterator[str]:
    if relaxation.get("moves"):
        yield OTHERS_MOVE.words(language)


def _times(talk: Span, language: str) -> dict[str, str]:
    start, end = (_clock(moment, language) for moment in talk)
    return {"day": _day(talk[0], language), "start": start, "end": end}


def _day(moment: datetime, language: str) -> str:
    return f"{times_in(language)['weekdays'][moment.weekday()]} {day_in_words(moment.date(), language)}"


def _clock(moment: datetime, language: str) -> str:
    return str(times_in(language)["clock"]).format(hour=moment.hour, minute=moment.minute)
