"""Talks with a time, and who is busy with them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.conferences.planner.problem import Meeting, Placed, Problem


@dataclass(frozen=True, slots=True)
class Booking:
    """A talk from `start` to `end`; `session` is None outside of every session, `room` where its teacher has none."""

    meeting: int
    talk: Meeting
    start: int
    end: int
    session: int | None
    room: int | None
    interpreter: int | None


def session_of(problem: Problem, start: int, end: int) -> int | None:
    inside = (i for i, session in enumerate(problem.sessions) if session.start <= start and end <= session.end)
    return next(inside, None)


def booked(problem: Problem, placed: Placed) -> Booking:
    talk = problem.meetings[placed.meeting]
    end = placed.start + talk.minutes
    session = session_of(problem, placed.start, end)
    room = None if session is None else problem.teachers[talk.teachers[0]].room_by_session[session]
    return Booking(placed.meeting, talk, placed.start, end, session, room, placed.interpreter)


def between_rooms(problem: Problem, a: Booking, b: Booking) -> int:
    """Minutes that teachers and interpreters need between two talks: they walk whatever the channel."""
    if a.room == b.room or a.room is None or b.room is None:
        return 0
    return problem.walking[problem.rooms[a.room].location][problem.rooms[b.room].location]


def between_family_talks(problem: Problem, a: Booking, b: Booking, extra: int) -> int:
    """Minutes that a household or a student needs: a walk, or the change between on site and at a distance."""
    if a.talk.remote != b.talk.remote:
        return problem.channel_change
    walk = 0 if a.talk.remote else between_rooms(problem, a, b)
    return walk + extra if walk else 0


def missing(a: Booking, b: Booking, gap: int) -> int:
    """Minutes that are missing between two talks that need `gap` minutes between them; 0 is fine."""
    first, second = (a, b) if a.start <= b.start else (b, a)
    return max(0, first.end + gap - second.start)


Agenda = defaultdict[int, list[Booking]]


@dataclass(slots=True)
class Timetable:
    """Who is busy with which talks. A parent who teaches here is busy in `teacher` with the family's talks too."""

    problem: Problem
    household: Agenda = field(default_factory=lambda: defaultdict(list))
    teacher: Agenda = field(default_factory=lambda: defaultdict(list))
    teaching: Agenda = field(default_factory=lambda: defaultdict(list))
    student: Agenda = field(default_factory=lambda: defaultdict(list))
    interpreter: Agenda = field(default_factory=lambda: defaultdict(list))
    room: Agenda = field(default_factory=lambda: defaultdict(list))
    at: dict[int, Booking] = field(default_factory=dict)
    apart: defaultdict[int, list[tuple[int, int | None]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for separation in self.problem.separations:
            self.apart[separation.first].append((separation.second, separation.gap))
            self.apart[separation.second].append((separation.first, separation.gap))

    def agendas(self, booking: Booking) -> Iterable[list[Booking]]:
        """The agendas in which this talk stands."""
        talk = booking.talk
        yield from (self.household[h] for h in talk.households)
        yield from (self.teacher[t] for t in teachers_busy(self.problem, talk))
        yield from (self.teaching[t] for t in talk.teachers)
        if talk.student_attends:
            yield from (self.student[p] for p in talk.students)
        if booking.interpreter is not None:
            yield self.interpreter[booking.interpreter]
        if booking.room is not None:
            yield self.room[booking.room]

    def add(self, booking: Booking) -> None:
        self.at[booking.meeting] = booking
        for agenda in self.agendas(booking):
            agenda.append(booking)

    def remove(self, meeting: int) -> Booking:
        booking = self.at.pop(meeting)
        for agenda in self.agendas(booking):
            agenda.remove(booking)
        return booking


def teachers_busy(problem: Problem, talk: Meeting) -> set[int]:
    """Its teachers, and the parents in it who teach here."""
    parents = (problem.households[h].staff_teacher for h in talk.households)
    return {*talk.teachers, *(t for t in parents if t is not None)}


def timetable(problem: Problem, placed: Iterable[Placed]) -> Timetable:
    out = Timetable(problem)
    for one in placed:
        out.add(booked(problem, one))
    return out
