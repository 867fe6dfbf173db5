"""A schedule of any quality, for tests of what comes after the search: talks one by one, at the first time that fits."""

from random import Random
from typing import Any

from domain.conferences.planner.conflicts import conflicts
from domain.conferences.planner.document import written
from domain.conferences.planner.explain.openings import common_starts, interpreted
from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.timetable import Timetable


def placed_one_by_one(problem: Problem, seed: int = 0) -> list[Placed]:
    table, dice = Timetable(problem), Random(seed)
    order = list(range(len(problem.meetings)))
    dice.shuffle(order)
    for meeting in sorted(order, key=lambda m: problem.meetings[m].pinned is None):
        starts = list(common_starts(problem, problem.meetings[meeting]))
        dice.shuffle(starts)
        options = (booking for start in starts for booking in interpreted(problem, meeting, start))
        fitting = next((booking for booking in options if not list(conflicts(table, booking))), None)
        if fitting is not None:
            table.add(fitting)
    return [Placed(x.meeting, x.start, x.interpreter) for x in table.at.values()]


def scheduled(problem: Problem, placed: list[Placed]) -> list[dict[str, Any]]:
    """As the schedule document says it."""
    return [
        {
            "meeting": problem.meetings[x.meeting].id,
            "start": written(x.start),
            "interpreter": None if x.interpreter is None else problem.interpreters[x.interpreter].id,
        }
        for x in placed
    ]
