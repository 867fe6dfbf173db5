"""When a talk could start at all, before anyone looks at how well that goes with the others."""

from collections.abc import Iterable, Iterator

from domain.conferences.planner.conflicts import own
from domain.conferences.planner.problem import Meeting, Placed, Problem, Windows
from domain.conferences.planner.timetable import Booking, Timetable, booked, teachers_busy


def starts(problem: Problem, talk: Meeting) -> Iterator[int]:
    """Every start on the grid in a session where its teacher has a room."""
    rooms = problem.teachers[talk.teachers[0]].room_by_session
    for session, room in zip(problem.sessions, rooms, strict=True):
        if room is not None:
            yield from range(session.start, session.end - talk.minutes + 1, problem.grid)


def common_starts(problem: Problem, talk: Meeting) -> Iterator[int]:
    """Those at which family and teachers are there, and the student is where it should be."""
    apart = [problem.teachers[t].breaks for t in talk.teachers]
    if talk.student_attends:
        apart += [problem.students[p].unavailable for p in talk.students]
    free = [problem.households[h].available for h in talk.households]
    free += [problem.teachers[t].available for t in talk.teachers]
    away = without(apart, talk.minutes)
    for start in starts(problem, talk):
        if talk.pinned in {None, start} and start not in away and all(_fits(x, start, talk.minutes) for x in free):
            yield start


def _fits(windows: Windows, start: int, minutes: int) -> bool:
    return any(a <= start and start + minutes <= b for a, b in windows)


def without(windows: Iterable[Windows], minutes: int) -> set[int]:
    """The starts at which a talk of so many minutes would touch one of these windows."""
    return {start for some in windows for a, b in some for start in range(a - minutes + 1, b)}


def taken(table: Timetable, meeting: int) -> set[int]:
    """The starts at which someone in it is in another talk."""
    talk = table.problem.meetings[meeting]
    agendas = [table.household[h] for h in talk.households]
    agendas += [table.teacher[t] for t in teachers_busy(table.problem, talk)]
    if talk.student_attends:
        agendas += [table.student[p] for p in talk.students]
    others = (tuple((x.start, x.end) for x in agenda if x.meeting != meeting) for agenda in agendas)
    return without(others, talk.minutes)


def interpreted(problem: Problem, meeting: int, start: int) -> Iterator[Booking]:
    """The talk at this start with each interpreter who could come, and at last without one if it needs one."""
    without_one = booked(problem, Placed(meeting, start, None))
    if without_one.talk.language is not None:
        for place, interpreter in enumerate(problem.interpreters):
            if without_one.talk.language in interpreter.languages:
                booking = booked(problem, Placed(meeting, start, place))
                if not any(atom.kind == "interpreter_away" for atom in own(problem, booking)):
                    yield booking
    yield without_one
