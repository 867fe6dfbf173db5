"""The cheapest way to let a talk in while all others stay where they are."""

from collections.abc import Iterable

from domain.conferences.planner.conflicts import Atom, conflicts, own, price
from domain.conferences.planner.explain.openings import interpreted, starts, taken
from domain.conferences.planner.explain.relaxation import Relaxation
from domain.conferences.planner.problem import Problem
from domain.conferences.planner.timetable import Booking, Timetable

NEVER = 1 << 60


def cheapest(table: Timetable, meeting: int) -> Relaxation | None:
    """None dearer than any single time; None when there is no time at which giving way is enough.

    What a time costs by itself comes first, so that the search ends where that alone is too dear.
    """
    problem, busy = table.problem, taken(table, meeting)
    best: Relaxation | None = None
    for floor, start in sorted(
        (floor_price(problem, next(iter(interpreted(problem, meeting, start)))), start)
        for start in starts(problem, problem.meetings[meeting])
        if start not in busy
    ):
        if floor >= (best.cost if best else NEVER):
            break
        for booking in interpreted(problem, meeting, start):
            atoms = affordable(table, booking, best.cost if best else NEVER)
            if atoms is not None:
                best = Relaxation(start, booking.interpreter, atoms, (), total(problem, atoms))
    return best


def floor_price(problem: Problem, booking: Booking) -> int:
    """What stands in the way of this time whatever the others do; an interpreter may still be found."""
    prices = [price(problem, atom) for atom in own(problem, booking) if atom.kind != "interpreter"]
    return total_or_never(prices)


def total_or_never(prices: Iterable[int | None]) -> int:
    return sum(NEVER if one is None else one for one in prices)


def total(problem: Problem, atoms: Iterable[Atom]) -> int:
    return total_or_never(price(problem, atom) for atom in atoms)


def affordable(table: Timetable, booking: Booking, limit: int) -> tuple[Atom, ...] | None:
    """What would have to give, if that costs less than the limit."""
    spent, atoms = 0, []
    for atom in conflicts(table, booking):
        one = price(table.problem, atom)
        spent += NEVER if one is None else one
        if spent >= limit:
            return None
        atoms.append(atom)
    return tuple(atoms)
