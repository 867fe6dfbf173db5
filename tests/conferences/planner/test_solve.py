"""A whole run: the same twice, judged as it says, ended when asked, on time, and true to what was published."""

import json
from random import Random
from time import monotonic

import pytest
from conferences.planner.evenings import evening, household, planned, replace, talk, teacher

from domain.conferences.planner.judge import objective
from domain.conferences.planner.problem import Published
from domain.conferences.planner.solve import solve


@pytest.fixture
def busy():
    """Thirty families want two or three of six teachers on two evenings, half of them at hours they prefer."""
    chance = Random(7)
    families = tuple(household(preferred=((30, 90),) if i % 2 else ()) for i in range(30))
    talks = [
        talk(households=(i,), teachers=(t,), weight=1 + chance.randrange(3), remote=i % 7 == 0, mandatory=i % 10 == 0)
        for i in range(30)
        for t in chance.sample(range(6), 2 + chance.randrange(2))
    ]
    people = tuple(teacher(rooms=(i, i), longest_run=60, shortest_break=10) for i in range(6))
    return evening(*talks, minutes=90, evenings=2, households=families, teachers=people)


def run(problem, seconds=1.0, stop=lambda: False, workers=1, began=None):
    told = []
    solution = solve(problem, seconds=seconds, seed=3, workers=workers, tell=told.append, stop=stop, began=began)
    return solution.document(), told


def test_one_worker_gives_the_same_schedule_twice(busy):
    an_hour_left = monotonic() + 3600  # so that a slow machine cannot cut short what is counted
    first, second = run(busy, began=an_hour_left)[0], run(busy, began=an_hour_left)[0]
    assert json.dumps([first["scheduled"], first["unscheduled"]]) == json.dumps(
        [second["scheduled"], second["unscheduled"]]
    )


def test_what_is_told_is_what_the_judge_says(busy):
    schedule, told = run(busy, workers=2)
    assert told[-1].objective == tuple(schedule["objective"].values())
    assert told[-1].placed == len(schedule["scheduled"])
    assert schedule["proof"]["planned_weight"] == told[-1].planned_weight
    assert schedule["curve"][0][0] <= schedule["curve"][-1][0]


def test_the_levels_kept_while_searching_are_those_of_the_judge(busy):
    empty = objective(busy, [])
    assert empty[0] == sum(meeting.mandatory for meeting in busy.meetings)
    assert objective(busy, planned(busy)) < empty


def test_it_stops_when_asked(busy):
    began = monotonic()
    schedule, _ = run(busy, seconds=60, stop=lambda: monotonic() - began > 0.3)
    assert monotonic() - began < 20, "a minute was given"
    assert schedule["scheduled"]


def test_the_whole_run_keeps_to_its_seconds(busy):
    began = monotonic()
    run(busy, seconds=2, workers=2)
    assert monotonic() - began < 8, "two seconds, on a machine that may be busy"


def test_replanning_moves_nothing_that_does_not_have_to(busy):
    before = planned(busy)
    published = {one.meeting: Published(one.start, one.interpreter) for one in before}
    ill = tuple(replace(one, available=()) if i == 2 else one for i, one in enumerate(busy.teachers))
    after, _ = run(replace(busy, published=published, teachers=ill))
    forced = sum(2 in busy.meetings[one.meeting].teachers for one in before)
    assert after["objective"]["published_changes"] == forced
