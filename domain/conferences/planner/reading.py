"""Reads the document of a round: every flaw with its pointer, or the problem as plain data."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from pydantic import ValidationError

from domain.conferences.planner.checks import checked
from domain.conferences.planner.document import ProblemDocument, WindowDocument
from domain.conferences.planner.flaws import MOST_TOLD, Flaw, InvalidProblem, told
from domain.conferences.planner.pins import broken_pins
from domain.conferences.planner.problem import (
    Costs,
    Household,
    Interpreter,
    Meeting,
    Problem,
    Published,
    Room,
    Separation,
    Session,
    Student,
    Teacher,
    Weights,
    Window,
    Windows,
)


def read_problem(document: Any) -> Problem:
    """What the document says; `InvalidProblem` with its flaws when it cannot be planned."""
    try:
        read = ProblemDocument.model_validate(document)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise InvalidProblem(list(told(islice(found, MOST_TOLD)))) from None
    refuse_when_any(checked(read))
    problem = indexed(read)
    refuse_when_any(broken_pins(problem))
    return problem


def refuse_when_any(flaws: Iterator[Flaw]) -> None:
    if first := list(islice(flaws, MOST_TOLD)):
        raise InvalidProblem(first)


def merged(windows: Iterable[Window]) -> Windows:
    """Sorted, and those that touch made one."""
    out: list[Window] = []
    for start, end in sorted(windows):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def _windows(document: list[WindowDocument]) -> Windows:
    return merged((window.start, window.end) for window in document)


def _places(things: Iterable[Any]) -> dict[str, int]:
    return {thing.id: place for place, thing in enumerate(things)}


def indexed(read: ProblemDocument) -> Problem:
    """The same with indices for references; they are known to hold."""
    location, room, teacher = _places(read.locations), _places(read.rooms), _places(read.teachers)
    student, household = _places(read.students), _places(read.households)
    interpreter, meeting = _places(read.interpreters), _places(read.meetings)
    at_rooms = {room.location for room in read.rooms}
    return Problem(
        name=read.name,
        grid=read.start_grid_minutes,
        sessions=tuple(Session(x.id, x.start, x.end) for x in read.sessions),
        walking=tuple(
            tuple(read.walking_minutes[a][b] if {a, b} <= at_rooms else 0 for b in location) for a in location
        ),
        rooms=tuple(Room(x.id, location[x.location], x.capacity) for x in read.rooms),
        teachers=tuple(
            Teacher(
                x.id,
                tuple(room[x.room_by_session[s.id]] if s.id in x.room_by_session else None for s in read.sessions),
                _windows(x.availability),
                _windows(x.breaks),
                x.max_consecutive_minutes or None,
                x.min_break_minutes,
            )
            for x in read.teachers
        ),
        interpreters=tuple(
            Interpreter(x.id, frozenset(x.languages), _windows(x.availability)) for x in read.interpreters
        ),
        students=tuple(Student(x.id, _windows(x.unavailable)) for x in read.students),
        households=tuple(
            Household(
                x.id,
                _windows(x.availability),
                _windows(x.preferred),
                x.max_sessions,
                x.extra_walking_minutes,
                None if x.staff_teacher is None else teacher[x.staff_teacher],
            )
            for x in read.households
        ),
        separations=tuple(
            Separation(
                household[x.households[0]], household[x.households[1]], x.minutes if x.rule == "min_gap" else None
            )
            for x in read.separated_households
        ),
        meetings=tuple(
            Meeting(
                x.id,
                tuple(household[h] for h in x.households),
                tuple(student[p] for p in x.students),
                tuple(teacher[t] for t in x.teachers),
                x.duration_minutes,
                x.mandatory,
                x.weight,
                x.channel != "on_site",
                x.interpreter_language,
                x.student_attends,
                x.pinned_start,
            )
            for x in read.meetings
        ),
        published={
            meeting[m]: Published(x.start, interpreter.get(x.interpreter or ""))
            for m, x in read.published.items()
            if m in meeting
        },
        channel_change=read.household_channel_change_minutes,
        objective=Weights(**dict(read.objective)),
        costs=Costs(**dict(read.relaxation_costs)),
    )
