"""First come, first served: families in random order each take, talk by talk, the first slot that is free for them."""

from random import Random

from domain.conferences.planner.problem import Problem
from domain.conferences.planner.search.blank import empty_plan, empty_trial
from domain.conferences.planner.search.prepare import prepare
from domain.conferences.planner.search.tables import NOWHERE
from tests.benchmarks.first_free import take_first


def race(problem: Problem, seed: int) -> dict[int, int]:
    """Talks with the start they got, by all the hard rules, on the planner's own diaries; pinned ones come first."""
    given = prepare(problem)
    plan, trial = empty_plan(given), empty_trial(given, seed)
    for talk in _order(problem, Random(seed)):
        take_first(given.row[0], plan.row[0], trial.row[0], talk)
    return {talk: int(spot["at"]) for talk, spot in enumerate(plan["spots"]) if spot["at"] != NOWHERE}


def _order(problem: Problem, chance: Random) -> list[int]:
    """Households one after the other; the talks of one household as it listed them."""
    rank = list(range(len(problem.households)))
    chance.shuffle(rank)

    def turn(talk: int) -> tuple[bool, int, int]:
        meeting = problem.meetings[talk]
        return meeting.pinned is None, rank[meeting.households[0]], talk

    return sorted(range(len(problem.meetings)), key=turn)
