"""Where giving way is not enough, or dear: one or two other talks go elsewhere, to times that suit them as well."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.conferences.planner.conflicts import Atom, conflicts, price
from domain.conferences.planner.explain.cheapest import NEVER, affordable, floor_price, total
from domain.conferences.planner.explain.openings import common_starts, interpreted, starts, taken
from domain.conferences.planner.explain.relaxation import Relaxation
from domain.conferences.planner.problem import Placed
from domain.conferences.planner.timetable import Booking, Timetable

MOST_MOVES = 2
MOST_TRIES = 40
"""Times tried for one talk: the cheapest first, so the first that works is taken."""


@dataclass(frozen=True, slots=True)
class Hope:
    """A time that is free when these talks move; `cost` is what is left to pay, moves included."""

    cost: int
    booking: Booking
    blockers: tuple[int, ...]


def by_moving(table: Timetable, meeting: int, limit: int) -> Relaxation | None:
    """A relaxation that moves others and costs less than the limit. The timetable is left as it was."""
    hopes = sorted(hoped(table, meeting, limit), key=lambda hope: (hope.cost, hope.booking.start))
    for hope in hopes[:MOST_TRIES]:
        if found := tried(table, hope):
            return found
    return None


def hoped(table: Timetable, meeting: int, limit: int) -> Iterator[Hope]:
    problem = table.problem
    dearest = limit - problem.costs.move_other_meeting
    for start in starts(problem, problem.meetings[meeting]):
        for booking in interpreted(problem, meeting, start):
            if floor_price(problem, booking) >= dearest:
                break
            hope = _hope(table, booking)
            if hope is not None and hope.cost < limit:
                yield hope


def _hope(table: Timetable, booking: Booking) -> Hope | None:
    problem = table.problem
    blockers: set[int] = set()
    rest: list[Atom] = []
    for atom in conflicts(table, booking):
        if price(problem, atom) is not None:
            rest.append(atom)
        elif atom.beside is None or problem.meetings[atom.beside].pinned is not None:
            return None
        else:
            blockers.add(atom.beside)
        if len(blockers) > MOST_MOVES:
            return None
    cost = total(problem, (atom for atom in rest if atom.beside not in blockers))
    return Hope(cost + len(blockers) * problem.costs.move_other_meeting, booking, tuple(sorted(blockers)))


def tried(table: Timetable, hope: Hope) -> Relaxation | None:
    """Moves the blockers, looks at what is left to pay, and puts everything back."""
    problem = table.problem
    before = [table.remove(blocker) for blocker in hope.blockers]
    table.add(hope.booking)
    moved: list[Booking] = []
    for old in before:
        new = elsewhere(table, old)
        if new is None:
            break
        table.add(new)
        moved.append(new)
    table.remove(hope.booking.meeting)
    atoms = affordable(table, hope.booking, NEVER) if len(moved) == len(before) else None
    for new in moved:
        table.remove(new.meeting)
    for old in before:
        table.add(old)
    if atoms is None:
        return None
    moves = tuple(Placed(x.meeting, x.start, x.interpreter) for x in moved)
    cost = total(problem, atoms) + len(moves) * problem.costs.move_other_meeting
    return Relaxation(hope.booking.start, hope.booking.interpreter, atoms, moves, cost)


def elsewhere(table: Timetable, old: Booking) -> Booking | None:
    """The nearest other time at which a talk fits as it is."""
    busy = taken(table, old.meeting)
    free = (start for start in common_starts(table.problem, old.talk) if start not in busy)
    for start in sorted(free, key=lambda start: (abs(start - old.start), start)):
        for booking in interpreted(table.problem, old.meeting, start):
            if next(conflicts(table, booking), None) is None:
                return booking
    return None
