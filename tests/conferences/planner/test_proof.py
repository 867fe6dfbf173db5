"""A bound is never more than the truth, and the model that shows it is the format's."""

from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest
from conferences.planner.checker import objective, violations
from conferences.planner.optimum import allowed, counted_through, solved_to_optimality
from conferences.planner.placing import placed_one_by_one, scheduled
from conferences.planner.rounds import evening, small_round, small_rounds
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.proof import Bound, bound
from domain.conferences.planner.proof.charges import Charges
from domain.conferences.planner.reading import read_problem

seeds = st.integers(0, 1000)


def never() -> bool:
    return False


def shown(problem: Problem, seed: int, **how: Any) -> Bound:
    """With a poor schedule to begin from, so that there is something to show."""
    given_ways: dict[str, Any] = {"seconds": 30, "workers": 1, "tell": lambda _: None, "stop": never}
    return bound(problem, **{**given_ways, "hint": placed_one_by_one(problem, seed), **how})


def levels(document: dict[str, Any], problem: Problem, placed: list[Any]) -> tuple[int, ...]:
    return objective(document, {"scheduled": scheduled(problem, placed)})[:2]


@settings(max_examples=15)
@given(small_rounds, seeds)
def test_a_bound_is_never_more_than_the_best_schedule_leaves_out(document: dict[str, Any], seed: int) -> None:
    problem = read_problem(document)
    best = solved_to_optimality(problem)
    assert violations(document, {"scheduled": scheduled(problem, best)}) == []
    mandatory, weight = levels(document, problem, best)
    least = shown(problem, seed)
    assert least.mandatory_left <= mandatory
    assert least.weight_left <= weight
    if least.better:
        assert violations(document, {"scheduled": scheduled(problem, list(least.better))}) == []


@settings(max_examples=12)
@given(small_rounds)
def test_the_best_schedule_of_a_small_round_is_proven_to_be_the_best(document: dict[str, Any]) -> None:
    problem = read_problem(document)
    best = solved_to_optimality(problem)
    least = shown(problem, 0, hint=best)
    assert (least.mandatory_left, least.weight_left, least.better) == (*levels(document, problem, best), ())


@settings(max_examples=25)
@given(small_rounds, seeds)
def test_the_model_allows_every_schedule_that_holds(document: dict[str, Any], seed: int) -> None:
    """Otherwise a bound could claim too much."""
    problem = read_problem(document)
    placed = placed_one_by_one(problem, seed)
    if any(talk.pinned is not None and m not in {x.meeting for x in placed} for m, talk in enumerate(problem.meetings)):
        return
    assert allowed(problem, placed)


@pytest.mark.parametrize(("after", "holds"), [(10, True), (15, False), (20, True)])
def test_the_model_knows_when_a_rest_is_no_break(after: int, holds: bool) -> None:
    """Ten minutes, five of rest, ten minutes: a run of twenty-five, where twenty are allowed."""
    document = evening()
    document["teachers"][0] |= {"max_consecutive_minutes": 20, "min_break_minutes": 10}
    problem = read_problem(document)
    begin = problem.sessions[0].start
    assert allowed(problem, [Placed(0, begin, None), Placed(1, begin + after, None)]) is holds


@pytest.mark.parametrize("seed", range(12))
def test_the_model_finds_what_counting_through_all_schedules_finds(seed: int) -> None:
    document = small_round(seed, talks=2)
    problem = read_problem(document)
    assert levels(document, problem, solved_to_optimality(problem)) == counted_through(document, problem)


@settings(max_examples=12)
@given(small_rounds, st.integers(0, 2))
def test_more_availability_never_makes_the_best_schedule_worse(document: dict[str, Any], family: int) -> None:
    more = deepcopy(document)
    more["households"][family]["availability"] = [{"start": s["start"], "end": s["end"]} for s in more["sessions"]]
    before, after = read_problem(document), read_problem(more)
    assert levels(more, after, solved_to_optimality(after)) <= levels(document, before, solved_to_optimality(before))


def test_bounds_only_get_better_and_are_told() -> None:
    told: list[Bound] = []
    for seed in range(12):
        told.clear()
        last = shown(read_problem(small_round(seed)), seed, tell=told.append)
        assert not told or told[-1] == last
        assert all(a.mandatory_left <= b.mandatory_left and a.weight_left <= b.weight_left for a, b in pairwise(told))


def test_the_same_hint_gives_the_same_bound() -> None:
    problem = read_problem(small_round(11))
    assert shown(problem, 1) == shown(problem, 1)


def test_who_is_told_to_stop_claims_only_what_needs_no_solving() -> None:
    problem = read_problem(small_round(11))
    assert shown(problem, 1, stop=lambda: True).better == ()


def test_a_talk_pays_once_for_two_groups_that_share_it() -> None:
    charges = Charges({1: 3, 2: 1, 3: 2})
    charges.charge(frozenset({1, 2}), 2)
    assert (charges.lost, charges.rest) == (2, {1: 1, 2: 0, 3: 2})
    charges.charge(frozenset({1, 3}), 1)
    assert (charges.lost, charges.rest) == (3, {1: 0, 2: 0, 3: 1})
