"""The hard rules of the format, said to a model: who cannot be in two talks, walks, breaks, evenings, distance."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations

from domain.conferences.planner.problem import Teacher
from domain.conferences.planner.proof.model import Choice, Model, by_meeting, by_time
from domain.conferences.planner.timetable import Booking, between_family_talks, between_rooms, teachers_busy

Gap = Callable[[Booking, Booking], int]
Widest = dict[tuple[int, int], int | None]


def say_all(model: Model, stop: Callable[[], bool] = lambda: False) -> bool:
    """False when told to stop before everything was said."""
    problem = model.problem
    busy: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for meeting in model.of:
        talk = problem.meetings[meeting]
        for household in talk.households:
            busy["household", household].append(meeting)
        for teacher in teachers_busy(problem, talk):
            busy["teacher", teacher].append(meeting)
        for teacher in talk.teachers:
            busy["teaching", teacher].append(meeting)
        for student in talk.students if talk.student_attends else ():
            busy["student", student].append(meeting)
    for (kind, who), meetings in busy.items():
        if stop():
            return False
        _SAY[kind](model, who, meetings)
    _interpreters(model)
    _rooms(model)
    _separations(model, busy)
    return True


def apart(model: Model, picked: list[Choice], gap: Gap) -> None:
    """At most one at a time, with the minutes in between that each two of them need."""
    talks = by_meeting(picked)
    pairs = {pair: _widest(talks, pair, gap) for pair in combinations(talks, 2)}
    least = min((widest for widest in pairs.values() if isinstance(widest, int)), default=0)
    least = least if all(isinstance(widest, int) for widest in pairs.values()) else 0
    for literals in by_time(picked, least):
        model.cp.add_at_most_one(literals)
    _walks(model, talks, pairs)
    for (a, b), widest in pairs.items():
        if widest is None:
            _one_by_one(model, talks[a], talks[b], gap)
        elif widest > least:
            for literals in by_time([*talks[a], *talks[b]], widest):
                model.cp.add_at_most_one(literals)


def _walks(model: Model, talks: dict[int, list[Choice]], widest: Widest) -> None:
    """Whoever goes from room to room needs the way in between, but not between two talks in one room: at each time, at
    most one talk of those in rooms of their own, counted with the way, and of the others, counted without.
    """
    rooms: list[list[int]] = []
    for talk in talks:
        here = next((room for room in rooms if all(widest[other, talk] == 0 for other in room)), None)
        rooms.append([talk]) if here is None else here.append(talk)
    room_of = {talk: index for index, room in enumerate(rooms) for talk in room}
    way = min((minutes or 0 for (a, b), minutes in widest.items() if room_of[a] != room_of[b]), default=0)
    own = [x for room in rooms if len(room) == 1 for x in talks[room[0]]]
    shared = [x for room in rooms if len(room) > 1 for talk in room for x in talks[talk]]
    for now in sorted({x.booking.start for x in (*own, *shared)}) if way else ():
        alone = [x.literal for x in own if x.booking.start <= now < x.booking.end + way]
        for then in (now, now - way):
            model.cp.add_at_most_one(alone + [x.literal for x in shared if x.booking.start <= then < x.booking.end])


def _widest(talks: dict[int, list[Choice]], pair: tuple[int, int], gap: Gap) -> int | None:
    """The minutes between two talks where they are the same in all rooms that they may have; else None."""
    rooms = [{x.booking.room: x.booking for x in talks[meeting]}.values() for meeting in pair]
    found = {gap(a, b) for a in rooms[0] for b in rooms[1]}
    return None if len(found) > 1 else found.pop() if found else 0


def _one_by_one(model: Model, ones: Iterable[Choice], others: list[Choice], gap: Gap) -> None:
    for one in ones:
        for other in others:
            first, second = sorted((one, other), key=lambda choice: choice.booking.start)
            if second.booking.start < first.booking.end + gap(one.booking, other.booking):
                model.cp.add_at_most_one(one.literal, other.literal)


def _household(model: Model, who: int, meetings: list[int]) -> None:
    problem, household = model.problem, model.problem.households[who]
    picked = model.all_of(meetings)
    apart(model, picked, lambda a, b: between_family_talks(problem, a, b, household.extra_walking))
    if household.most_sessions is not None and household.most_sessions < len(problem.sessions):
        comes = []
        for session in range(len(problem.sessions)):
            mine = [x for x in picked if x.booking.session == session]
            comes.append(model.literal(mine, when_any=True))
            for choice in mine:
                model.cp.add_implication(choice.literal, comes[-1])
        model.cp.add(sum(comes) <= household.most_sessions)


def _student(model: Model, _who: int, meetings: list[int]) -> None:
    """Within one household the household's own rule says it already."""
    problem = model.problem
    for a, b in combinations(meetings, 2):
        if not set(problem.meetings[a].households) & set(problem.meetings[b].households):
            apart(model, model.all_of((a, b)), lambda a, b: between_family_talks(problem, a, b, 0))


def _teacher(model: Model, _who: int, meetings: list[int]) -> None:
    apart(model, model.all_of(meetings), lambda a, b: between_rooms(model.problem, a, b))


def _teaching(model: Model, who: int, meetings: list[int]) -> None:
    teacher = model.problem.teachers[who]
    if teacher.longest_run is not None:
        _breaks(model, teacher, model.all_of(meetings), teacher.longest_run)
        _rest(model, teacher, model.all_of(meetings), teacher.longest_run)


def _breaks(model: Model, teacher: Teacher, picked: list[Choice], longest: int) -> None:
    """Between a talk and one that ends too long after it began, there is a break: time in which no talk runs."""
    starting: defaultdict[int, list[Choice]] = defaultdict(list)
    ending: defaultdict[int, list[Choice]] = defaultdict(list)
    for choice in picked:
        starting[choice.booking.start].append(choice)
        ending[choice.booking.end].append(choice)
    rest = teacher.shortest_break
    breaks = {}
    for end in ending:
        touched = [x for x in picked if x.booking.start < end + rest and end < x.booking.end]
        breaks[end] = model.literal(touched, when_any=False)
        for literals in by_time(touched, 0):
            model.cp.add_at_most_one([breaks[end], *literals])
    length = max((x.booking.end - x.booking.start for x in picked), default=0)
    for start, first in starting.items():
        for end, last in ending.items():
            if start + longest < end < start + longest + rest + length:
                between = [literal for at, literal in breaks.items() if start <= at <= end - rest]
                model.cp.add(sum(x.literal for x in first) + sum(x.literal for x in last) <= 1 + sum(between))


def _rest(model: Model, teacher: Teacher, picked: list[Choice], longest: int) -> None:
    """What follows from the breaks, and makes proofs ten times faster.

    In `longest` + `shortest_break` minutes a teacher talks at most `longest` minutes: with less rest than a break, no
    gap in them would be one, and the run from the first minute talked to the last would be too long. And when no more
    than n talks of some length fit a run, there is a break among any n + 1 of them.
    """
    minutes = sorted({x.booking.talk.minutes for x in picked if x.booking.talk.minutes <= longest})
    length = longest + teacher.shortest_break
    for session in model.problem.sessions:
        for start in range(session.start, session.end, model.problem.grid):
            end = start + length
            near = [x for x in picked if x.booking.start < end and start < x.booking.end]
            talked = [(min(x.booking.end, end) - max(x.booking.start, start)) * x.literal for x in near]
            model.cp.add(sum(talked) <= longest)
            for least in minutes:
                most = longest // least
                end = start + most * least + teacher.shortest_break
                begun = [x for x in near if start <= x.booking.start < end and x.booking.talk.minutes >= least]
                if longest % least:
                    model.cp.add(sum(x.literal for x in begun) <= most)


def _interpreters(model: Model) -> None:
    for who in range(len(model.problem.interpreters)):
        picked = [x for mine in model.of.values() for x in mine if x.booking.interpreter == who]
        apart(model, picked, lambda a, b: between_rooms(model.problem, a, b))


def _rooms(model: Model) -> None:
    rooms: defaultdict[int, list[Choice]] = defaultdict(list)
    for choice in model.all_of(model.of):
        if choice.booking.room is not None:
            rooms[choice.booking.room].append(choice)
    for room, picked in rooms.items():
        capacity = model.problem.rooms[room].capacity
        if len({x.booking.talk.teachers for x in picked}) > capacity:
            for literals in by_time(picked, 0):
                model.cp.add(sum(literals) <= capacity)


def _separations(model: Model, busy: dict[tuple[str, int], list[int]]) -> None:
    problem = model.problem
    for separation in problem.separations:
        ones, others = (
            [m for m in busy.get(("household", who), ()) if not problem.meetings[m].remote]
            for who in (separation.first, separation.second)
        )
        for a, b in {(min(a, b), max(a, b)) for a in ones for b in others if a != b}:
            for session in range(len(problem.sessions)):
                mine, theirs = ([x for x in model.of[m] if x.booking.session == session] for m in (a, b))
                if separation.gap is None:
                    model.cp.add_at_most_one([x.literal for x in (*mine, *theirs)])
                else:
                    for literals in by_time([*mine, *theirs], separation.gap):
                        model.cp.add_at_most_one(literals)


_SAY = {"household": _household, "teacher": _teacher, "teaching": _teaching, "student": _student}
