"""What stands in the way of a talk at a time: its atoms, each of one kind, for someone, by an amount.

The kinds that a school can give way in have a price (`PRICED`); the others stand firm: `occupied` (someone or the room
is in another talk), `separated`, `no_room`, `pinned`, `off_grid`, `interpreter_away`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from domain.conferences.planner.problem import Problem, Windows
from domain.conferences.planner.timetable import (
    Booking,
    Timetable,
    between_family_talks,
    between_rooms,
    missing,
)

FAR = 240
"""Minutes beyond which two talks need not be compared."""

LONGEST_GAP = 1200
"""No walk with its extra minutes, and no change of channel, takes longer; see the bounds of the document."""

PER_MINUTE = {"household_window", "teacher_window", "student_window", "walking"}
ONCE = {"teacher_run", "interpreter", "max_sessions"}
PRICED = PER_MINUTE | ONCE


@dataclass(frozen=True, slots=True)
class Atom:
    """`who` is an id of the document (a language for `interpreter`); `amount` is in minutes, or sessions.

    `beside` is the talk that it clashes with, if that is what it is, and `side` the collection of `who`: two
    collections may use the same id.
    """

    kind: str
    who: str
    amount: int
    beside: int | None = None
    side: str = ""


def price(problem: Problem, atom: Atom) -> int | None:
    """What it costs to give way, or None where nobody can."""
    if atom.kind in PER_MINUTE:
        return int(getattr(problem.costs, atom.kind + "_per_minute")) * atom.amount
    return int(getattr(problem.costs, atom.kind)) if atom.kind in ONCE else None


def inside(windows: Windows, start: int, end: int) -> bool:
    for a, b in windows:  # noqa: SIM110 -- asked a million times
        if a <= start and end <= b:
            return True
    return False


def covered(windows: Windows, start: int, end: int) -> int:
    """Minutes of [start, end) that lie within the windows."""
    return sum([min(end, b) - max(start, a) for a, b in windows if a < end and start < b])


def outside(windows: Windows, start: int, end: int) -> int:
    return 0 if inside(windows, start, end) else end - start - covered(windows, start, end)


def own(problem: Problem, booking: Booking) -> Iterator[Atom]:
    """What stands in the way whatever the others do."""
    talk, start = booking.talk, booking.start
    if booking.session is None or booking.room is None:
        yield Atom("no_room", talk.id, 0)
        return
    if (start - problem.sessions[booking.session].start) % problem.grid:
        yield Atom("off_grid", talk.id, 0)
    if talk.pinned not in {None, start}:
        yield Atom("pinned", talk.id, 0)
    yield from _away(problem, booking)
    yield from _interpreting(problem, booking)


def _away(problem: Problem, booking: Booking) -> Iterator[Atom]:
    talk, start, end = booking.talk, booking.start, booking.end
    for household in map(problem.households.__getitem__, talk.households):
        if minutes := outside(household.available, start, end):
            yield Atom("household_window", household.id, minutes)
    for teacher in map(problem.teachers.__getitem__, talk.teachers):
        if minutes := outside(teacher.available, start, end):
            yield Atom("teacher_window", teacher.id, minutes)
        if minutes := covered(teacher.breaks, start, end):
            yield Atom("teacher_window", teacher.id, minutes)
    for student in map(problem.students.__getitem__, talk.students if talk.student_attends else ()):
        if minutes := covered(student.unavailable, start, end):
            yield Atom("student_window", student.id, minutes)


def _interpreting(problem: Problem, booking: Booking) -> Iterator[Atom]:
    language = booking.talk.language
    if language is None or booking.interpreter is None:
        if language is not None:
            yield Atom("interpreter", language, 0)
        return
    interpreter = problem.interpreters[booking.interpreter]
    if language not in interpreter.languages or not inside(interpreter.available, booking.start, booking.end):
        yield Atom("interpreter_away", interpreter.id, 0)


def clashes(
    booking: Booking, agenda: list[Booking], side: str, who: str, gap: Callable[[Booking], int]
) -> Iterator[Atom]:
    """With talks in one agenda: at the same time, or without time in between (interpreters are not asked to run)."""
    for other in agenda:
        apart = other.start - booking.end if other.start >= booking.start else booking.start - other.end
        if apart >= LONGEST_GAP or other.meeting == booking.meeting or abs(other.start - booking.start) > FAR:
            continue
        if apart < 0:
            yield Atom("occupied", who, 0, other.meeting, side)
        elif (minutes := gap(other) - apart) > 0:
            yield Atom("occupied" if side == "interpreters" else "walking", who, minutes, other.meeting, side)


def conflicts(table: Timetable, booking: Booking) -> Iterator[Atom]:
    """Everything that adding this talk to the timetable would break; nothing when it fits."""
    problem = table.problem
    yield from own(problem, booking)
    if booking.room is None:
        return
    yield from _family(table, booking)
    yield from _staff(table, booking)
    crowd = [x for x in table.room[booking.room] if x.meeting != booking.meeting and _together(x, booking)]
    if len(crowd) >= problem.rooms[booking.room].capacity:
        yield from (Atom("occupied", problem.rooms[booking.room].id, 0, x.meeting, "rooms") for x in crowd)
    if booking.interpreter is not None:
        walk = lambda other: between_rooms(problem, booking, other)  # noqa: E731
        agenda = table.interpreter[booking.interpreter]
        yield from clashes(booking, agenda, "interpreters", problem.interpreters[booking.interpreter].id, walk)


def _together(a: Booking, b: Booking) -> bool:
    """Two talks in one room at one time; those of the same teacher clash already."""
    return a.start < b.end and b.start < a.end and not set(a.talk.teachers) & set(b.talk.teachers)


def _family(table: Timetable, booking: Booking) -> Iterator[Atom]:
    problem, talk = table.problem, booking.talk
    for place in talk.households:
        household = problem.households[place]
        agenda = table.household[place]
        gap = lambda other, extra=household.extra_walking: between_family_talks(  # noqa: E731
            problem, booking, other, extra
        )
        yield from clashes(booking, agenda, "households", household.id, gap)
        if household.most_sessions is not None:
            attended = {x.session for x in agenda if x.meeting != booking.meeting} | {booking.session}
            if len(attended) > household.most_sessions:
                yield Atom("max_sessions", household.id, len(attended) - household.most_sessions)
    for place in talk.students if talk.student_attends else ():
        student = problem.students[place]
        elsewhere = [x for x in table.student[place] if not set(x.talk.households) & set(talk.households)]
        yield from clashes(
            booking, elsewhere, "students", student.id, lambda other: between_family_talks(problem, booking, other, 0)
        )
    yield from _separations(table, booking)


def _separations(table: Timetable, booking: Booking) -> Iterator[Atom]:
    if booking.talk.remote:
        return
    for one in booking.talk.households:
        for other, gap in table.apart.get(one, ()):
            for x in table.household[other]:
                if x.talk.remote or x.session != booking.session or x.meeting == booking.meeting:
                    continue
                if gap is None or missing(booking, x, gap):
                    yield Atom("separated", table.problem.households[other].id, 0, x.meeting)


def _staff(table: Timetable, booking: Booking) -> Iterator[Atom]:
    problem, talk = table.problem, booking.talk
    walk = lambda other: between_rooms(problem, booking, other)  # noqa: E731
    parents = [problem.households[h].staff_teacher for h in talk.households]
    for place in (*talk.teachers, *(t for t in parents if t is not None)):
        yield from clashes(booking, table.teacher[place], "teachers", problem.teachers[place].id, walk)
    for place in talk.teachers:
        teacher = problem.teachers[place]
        if teacher.longest_run is not None:
            length = run_length(booking, table.teaching[place], teacher.shortest_break)
            if length > teacher.longest_run:
                yield Atom("teacher_run", teacher.id, length - teacher.longest_run)


def run_length(booking: Booking, agenda: list[Booking], shortest_break: int) -> int:
    """Minutes of the run of talks that this one would stand in."""
    talks = [x for x in agenda if x.session == booking.session and x.meeting != booking.meeting]
    start, end = booking.start, booking.end
    for x in sorted(talks, key=lambda x: x.start):
        if x.start >= booking.start and x.start - end < shortest_break:
            end = max(end, x.end)
    for x in sorted(talks, key=lambda x: x.end, reverse=True):
        if x.start < booking.start and start - x.end < shortest_break:
            start = min(start, x.start)
    return end - start
