"""Each talk left out has a reason, and a relaxation that works and is none dearer than the cheapest single one."""

from typing import Any

from conferences.planner.checker import violations
from conferences.planner.placing import placed_one_by_one, scheduled
from conferences.planner.rounds import evening, small_rounds
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.conferences.planner.conflicts import conflicts, price
from domain.conferences.planner.explain import LeftOut, entry, explain, relaxed
from domain.conferences.planner.explain.openings import interpreted, starts
from domain.conferences.planner.problem import Placed, Problem
from domain.conferences.planner.reading import read_problem
from domain.conferences.planner.timetable import timetable

seeds = st.integers(0, 1000)


def brute_force(problem: Problem, placed: list[Placed], meeting: int) -> int | None:
    """The cheapest single relaxation: every start, every interpreter."""
    table = timetable(problem, placed)
    costs = [
        [price(problem, atom) for atom in conflicts(table, booking)]
        for start in starts(problem, problem.meetings[meeting])
        for booking in interpreted(problem, meeting, start)
    ]
    return min((sum(cost) for cost in costs if None not in cost), default=None)


def with_talk(document: dict[str, Any], problem: Problem, placed: list[Placed], told: dict[str, Any]) -> dict[str, Any]:
    """The schedule with the moves made and the talk added; an interpreter who was added comes."""
    relaxation = told["relaxation"]
    moved = {move["meeting"]: move for move in relaxation["moves"]}
    rest = [moved.get(one["meeting"], one) for one in scheduled(problem, placed)]
    added = {"meeting": told["meeting"], "start": relaxation["start"], "interpreter": relaxation["interpreter"]}
    if any(atom["kind"] == "interpreter" for atom in relaxation["atoms"]):
        added["interpreter"] = document["interpreters"][-1]["id"]
    return {"scheduled": [*rest, added]}


@settings(max_examples=50)
@given(small_rounds, seeds)
def test_a_relaxation_works_and_is_none_dearer_than_the_cheapest(document: dict[str, Any], seed: int) -> None:
    problem = read_problem(document)
    placed = placed_one_by_one(problem, seed)
    left = explain(problem, placed)
    assert {x.meeting for x in left} == set(range(len(problem.meetings))) - {x.meeting for x in placed}
    for one in left:
        fixed = brute_force(problem, placed, one.meeting)
        if one.relaxation is None:
            assert fixed is None
            continue
        assert fixed is None or one.relaxation.cost <= fixed
        told = entry(problem, one)
        changed = relaxed(document, told)
        assert violations(changed, with_talk(changed, problem, placed, told)) == []
        read_problem(changed)


@settings(max_examples=20)
@given(small_rounds, seeds)
def test_by_phone_fits_as_it_is(document: dict[str, Any], seed: int) -> None:
    problem = read_problem(document)
    placed = placed_one_by_one(problem, seed)
    for one in explain(problem, placed):
        if one.by_phone is not None:
            document["meetings"][one.meeting]["channel"] = "phone"
            assert violations(document, {"scheduled": scheduled(problem, [*placed, one.by_phone])}) == []
            document["meetings"][one.meeting]["channel"] = "on_site"


@settings(max_examples=20)
@given(small_rounds)
def test_a_talk_that_fits_is_told_to_fit(document: dict[str, Any]) -> None:
    problem = read_problem(document)
    placed = [x for x in placed_one_by_one(problem) if problem.meetings[x.meeting].pinned is None]
    if placed:
        problem = read_problem(document | {"meetings": [m | {"pinned_start": None} for m in document["meetings"]]})
        (one,) = [x for x in explain(problem, placed[1:]) if x.meeting == placed[0].meeting]
        assert (one.reason.code, one.relaxation and one.relaxation.cost) == ("fits", 0)


def only_left_out(document: dict[str, Any], *times: tuple[int, int]) -> LeftOut:
    problem = read_problem(document)
    begin = problem.sessions[0].start
    (one,) = explain(problem, [Placed(meeting, begin + after, None) for meeting, after in times])
    return one


def ten_minutes(whom: dict[str, Any]) -> None:
    whom["availability"] = [{"start": "2026-11-17T16:00", "end": "2026-11-17T16:10"}]


def test_a_family_that_can_come_only_when_the_teacher_is_taken() -> None:
    document = evening()
    for family in document["households"]:
        ten_minutes(family)
    one = only_left_out(document, (0, 0))
    assert (one.reason.code, one.relaxation.start, one.relaxation.cost) == (
        "teacher_full",
        read_problem(document).sessions[0].start + 10,
        10,
    )
    assert [(atom.kind, atom.who, atom.amount) for atom in one.relaxation.atoms] == [("household_window", "H2", 10)]


def test_a_colleague_moves_where_nobody_can_give_way() -> None:
    document = evening()
    document["relaxation_costs"] = document["relaxation_costs"] | {"household_window_per_minute": 100}
    ten_minutes(document["households"][1])
    one = only_left_out(document, (0, 0))
    assert (one.relaxation.cost, [move.meeting for move in one.relaxation.moves]) == (20, [0])


def test_a_pinned_talk_does_not_move() -> None:
    document = evening()
    document["relaxation_costs"] = document["relaxation_costs"] | {"household_window_per_minute": 100}
    document["meetings"][0]["pinned_start"] = "2026-11-17T16:00"
    ten_minutes(document["households"][1])
    one = only_left_out(document, (0, 0))
    assert (one.relaxation.cost, one.relaxation.moves) == (1000, ())


def test_reasons_tell_who_or_what_is_full() -> None:
    said = {}
    apart = evening()
    ten_minutes(apart["households"][1])
    apart["teachers"][0]["availability"] = [{"start": "2026-11-17T16:30", "end": "2026-11-17T17:00"}]
    said["no_common_time"] = only_left_out(apart, (0, 30))
    spoken = evening()
    spoken["meetings"][1]["interpreter_language"] = "ar"
    said["no_interpreter"] = only_left_out(spoken, (0, 0))
    crowded = evening()
    crowded["rooms"][0]["capacity"] = 1
    crowded["meetings"][1]["teachers"] = ["T2"]
    for family in crowded["households"]:
        ten_minutes(family)
    said["room_full"] = only_left_out(crowded, (0, 0))
    family = evening()
    family["meetings"][1] |= {"households": ["H1"], "teachers": ["T2"]}
    ten_minutes(family["households"][0])
    said["family_day_full"] = only_left_out(family, (0, 0))
    split = evening(separated_households=[{"households": ["H1", "H2"], "rule": "different_sessions"}])
    said["separated"] = only_left_out(split, (0, 0))
    tired = evening()
    tired["teachers"][0] |= {"max_consecutive_minutes": 10, "min_break_minutes": 60}
    said["teacher_break"] = only_left_out(tired, (0, 0))
    assert {code: one.reason.code for code, one in said.items()} == {code: code for code in said}
