"""The talks of teachers on paper, each on a page of their own."""

from collections.abc import Iterable, Sequence
from typing import Any

from api.printing.moments import weekday
from api.printing.timetables.days import about, by_day, timed
from api.printing.words import Words
from domain.catalogue.models.words import ParticipantRole
from domain.conferences.models.timetables.read import Comer, NamedStudent, Span, StaffTalk, StaffTimetable
from domain.conversations.facts import Status


def staff_pages(words: Words, timetables: Sequence[StaffTimetable]) -> dict[str, Any]:
    """What the template needs."""
    pages = [_page(words, one) for one in timetables]
    return {
        "title": pages[0]["name"] if len(pages) == 1 else words.label("timetables"),
        "words": words.labels("time", "student", "who_comes", "topics", "keep_private", "no_talks"),
        "pages": pages,
    }


def student_names(students: Iterable[NamedStudent]) -> list[str]:
    """Each with the class."""
    return [
        f"{one.given_name} {one.family_name}" + (f" ({one.school_class})" if one.school_class else "")
        for one in students
    ]


def _page(words: Words, one: StaffTimetable) -> dict[str, Any]:
    talks = [talk for talk in one.talks if talk.status != Status.CANCELLED]
    parts = [*talks, *one.breaks, *one.free]
    rooms = dict.fromkeys(_room(talk) for talk in talks if talk.room)
    return {
        "name": words.label("timetable_of", who=f"{one.given_name} {one.family_name}"),
        "about": about(words, one),
        "rooms": words.label("comma").join(rooms),
        "days": [
            {"day": weekday(words, day), "rows": [_row(words, one, part) for part in those]}
            for day, those in by_day(parts)
        ],
    }


def _room(talk: StaffTalk) -> str:
    return f"{talk.room} ({talk.location})" if talk.location else str(talk.room)


def _row(words: Words, one: StaffTimetable, part: Span) -> dict[str, Any]:
    time = timed(words, part, part.local_expected if isinstance(part, StaffTalk) else None)
    if not isinstance(part, StaffTalk):
        return {"time": time, "rest": words.label("break" if part in one.breaks else "free")}
    if not part.is_named:
        return {"time": time, "rest": words.label("taken")}
    return {
        "time": time,
        "students": student_names(part.students),
        "people": [comes(words, each) for each in part.people] + _how(words, part),
        "topics": [words.written(topic) for topic in part.topics],
    }


def comes(words: Words, one: Comer) -> str:
    """By name; who is no parent with the role."""
    name = f"{one.given_name} {one.family_name}".strip()
    is_parent = one.role in {ParticipantRole.GUARDIAN, ParticipantRole.OTHER_GUARDIAN}
    return name if is_parent else f"{name} ({words.kind('roles', one.role)})"


def _how(words: Words, talk: StaffTalk) -> list[str]:
    """What is different: not at school, or an interpreter who was asked for and is not there yet."""
    elsewhere = [words.kind("channels", talk.channel)] if talk.channel != "in_person" else []
    there = any(one.role == ParticipantRole.INTERPRETER for one in talk.people)
    missing = [f"{words.label('interpreter')}{words.label('colon')}{talk.interpreter_language}"]
    return elsewhere + (missing if talk.interpreter_language and not there else [])
