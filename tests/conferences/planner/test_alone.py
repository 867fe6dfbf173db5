"""One teacher's best order, beside counting through every choice of starts."""

from itertools import pairwise, product
from random import Random
from typing import Any

from conferences.planner.rounds import evening, window
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.conferences.planner.problem import Problem, Teacher
from domain.conferences.planner.proof.alone import Alone
from domain.conferences.planner.proof.model import choices
from domain.conferences.planner.reading import read_problem
from domain.conferences.planner.timetable import Booking, between_rooms


def rounds_of_one(seed: int) -> Problem:
    """T1 joins talks in the rooms of T2 and T3, of families that have little time."""
    dice, document = Random(seed), evening()
    asked = document["meetings"][0]
    document["meetings"] = [talk(asked, f"M{index}", dice) for index in range(dice.randint(2, 4))]
    for household in document["households"]:
        start = dice.randrange(0, 35, 5)
        household["availability"] = [window(0, start, start + dice.randrange(20, 30, 5))]
    for teacher, room in zip(document["teachers"], ("R1", "R2", "R3"), strict=True):
        teacher["room_by_session"] = {"E1": room}
    document["teachers"][0] |= {"max_consecutive_minutes": dice.choice([None, 20, 25]), "min_break_minutes": 10}
    return read_problem(document)


def talk(asked: dict[str, Any], name: str, dice: Random) -> dict[str, Any]:
    others = dice.choice([["T1"], ["T2", "T1"], ["T3", "T1"]])
    return asked | {
        "id": name,
        "households": [dice.choice(["H1", "H2", "H3"])],
        "teachers": others,
        "duration_minutes": dice.choice([10, 15]),
        "mandatory": True,
    }


def holds(problem: Problem, who: Teacher, picked: list[Booking]) -> bool:
    begun = picked[0].start if picked else 0
    for one, following in pairwise(picked):
        if following.start < one.end + between_rooms(problem, one, following):
            return False
        begun = following.start if following.start - one.end >= who.shortest_break else begun
        if who.longest_run is not None and following.end - begun > who.longest_run:
            return False
    return True


@settings(max_examples=40)
@example(rounds_of_one(2615))  # a run that begins later than it could lets one more follow
@given(st.integers(0, 100_000).map(rounds_of_one))
def test_the_best_order_loses_as_few_as_counting_says(problem: Problem) -> None:
    ways = [list(choices(problem, meeting)) for meeting in range(len(problem.meetings))]
    chosen = ([x for x in some if x] for some in product(*([None, *mine] for mine in ways)))
    most = max(
        len(some)
        for some in chosen
        if holds(problem, problem.teachers[0], sorted(some, key=lambda booking: booking.start))
    )
    alone = Alone(problem, 0, ways)
    assert alone.lost(len(ways)) == len(ways) - most
    found = [next(x for x in ways[talk] if x.start == start) for talk, start in alone.order]
    assert len(found) == most
    assert holds(problem, problem.teachers[0], sorted(found, key=lambda booking: booking.start))
