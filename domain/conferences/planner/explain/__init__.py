"""Why not: for each talk left out the reason in words, and the smallest thing that would have to give."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from domain.conferences.planner.explain.cheapest import NEVER, affordable, cheapest
from domain.conferences.planner.explain.moving import by_moving
from domain.conferences.planner.explain.openings import common_starts, interpreted, taken
from domain.conferences.planner.explain.reasons import FITS, reason
from domain.conferences.planner.explain.relaxation import LeftOut, Relaxation, entry
from domain.conferences.planner.explain.relaxing import relaxed
from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.timetable import Booking, Timetable, timetable

__all__ = ["LeftOut", "Relaxation", "entry", "explain", "relaxed"]


def explain(problem: Problem, placed: Sequence[Placed], *, stop: Callable[[], bool] = lambda: False) -> list[LeftOut]:
    """One for each talk left out, in the order of the problem; every relaxation holds as it is given.

    When told to stop, the talks that are left get their reason, and a relaxation that moves nobody.
    """
    table = timetable(problem, placed)
    missing = [meeting for meeting in range(len(problem.meetings)) if meeting not in table.at]
    return [left_out(table, meeting, moving=not stop()) for meeting in missing]


def left_out(table: Timetable, meeting: int, *, moving: bool) -> LeftOut:
    relaxation = cheapest(table, meeting)
    limit = relaxation.cost if relaxation else NEVER
    if moving and limit > table.problem.costs.move_other_meeting:
        relaxation = by_moving(table, meeting, limit) or relaxation
    if relaxation and relaxation.cost == 0:
        return LeftOut(meeting, FITS, relaxation, None)
    return LeftOut(meeting, reason(table, meeting), relaxation, by_phone(table, meeting))


def by_phone(table: Timetable, meeting: int) -> Placed | None:
    """A time at which the talk fits as it is when it is held at a distance."""
    problem = table.problem
    if problem.meetings[meeting].remote:
        return None
    busy = taken(table, meeting)
    for start in common_starts(problem, problem.meetings[meeting]):
        for booking in interpreted(problem, meeting, start) if start not in busy else ():
            if affordable(table, _called(booking), 1) is not None:
                return Placed(meeting, start, booking.interpreter)
    return None


def _called(booking: Booking) -> Booking:
    return replace(booking, talk=replace(booking.talk, remote=True))
