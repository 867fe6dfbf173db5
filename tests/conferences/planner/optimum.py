"""What is truly best on the first two levels: the complete model on tiny rounds, and counting through all schedules."""

from itertools import product
from typing import Any

from conferences.planner.checker import objective, violations
from conferences.planner.placing import scheduled
from ortools.sat.python import cp_model

from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.proof.model import Model, choices
from domain.conferences.planner.proof.rules import say_all

DEAR = 1000


def solved_to_optimality(problem: Problem) -> list[Placed]:
    """A schedule that is the best on the first two levels."""
    model = Model(problem, {m: list(choices(problem, m)) for m in range(len(problem.meetings))})
    say_all(model)
    worth = [DEAR if talk.mandatory else talk.weight for talk in problem.meetings]
    model.cp.maximize(sum(worth[m] * takes_place for m, takes_place in model.taking_place.items()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model.cp) == cp_model.OPTIMAL
    taking = [x.booking for x in model.all_of(model.of) if solver.boolean_value(x.literal)]
    return [Placed(x.meeting, x.start, x.interpreter) for x in taking]


def allowed(problem: Problem, placed: list[Placed]) -> bool:
    """Whether the complete model has this schedule among its own."""
    model = Model(problem, {m: list(choices(problem, m)) for m in range(len(problem.meetings))})
    say_all(model)
    at = {(x.meeting, x.start, x.interpreter) for x in placed}
    for choice in model.all_of(model.of):
        where = (choice.booking.meeting, choice.booking.start, choice.booking.interpreter)
        model.cp.add(choice.literal == (where in at))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(model.cp) == cp_model.OPTIMAL


def counted_through(document: dict[str, Any], problem: Problem) -> tuple[int, int]:
    """The first two levels of the best of all schedules there are; for a handful of talks."""
    ways = [
        [None, *(Placed(x.meeting, x.start, x.interpreter) for x in choices(problem, m))]
        for m in range(len(problem.meetings))
    ]
    best = (DEAR, DEAR)
    for picked in product(*ways):
        schedule = {"scheduled": scheduled(problem, [x for x in picked if x])}
        levels = objective(document, schedule)[:2]
        if levels < best and not violations(document, schedule):
            best = levels
    return best
