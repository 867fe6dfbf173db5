"""A document is read whole, or refused with every flaw in its place; nothing that is sent makes the reader fall."""

import json
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from conferences.planner.rounds import small_round, small_rounds
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.conferences.planner.flaws import MOST_TOLD, InvalidProblem
from domain.conferences.planner.reading import merged, read_problem

JUNK = (
    None,
    True,
    -1,
    0,
    10**30,
    2.5,
    float("nan"),
    float("inf"),
    "",
    "x" * 1000,
    "\ud800",
    "\x00",
    "H1",
    [],
    {},
    [[]],
)


def flaws(document: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidProblem) as refused:
        read_problem(document)
    return [(flaw.pointer, flaw.code) for flaw in refused.value.flaws]


def spots(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to everything in a document."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [way, *(spot for key, value in inner for spot in spots(value, (*way, key)))]


def mutated(document: dict[str, Any], dice: Random) -> Any:
    out = deepcopy(document)
    way = dice.choice(spots(out)[1:])
    parent = out
    for step in way[:-1]:
        parent = parent[step]
    deed = dice.randrange(4)
    if deed == 0:
        parent[way[-1]] = dice.choice(JUNK)
    elif deed == 1:
        del parent[way[-1]]
    elif deed == 2 and isinstance(parent, dict):
        parent[dice.choice(["bogus", "", "a/b~c", "\ud800"])] = dice.choice(JUNK)
    else:
        other = dice.choice(spots(document)[1:])
        value = document
        for step in other:
            value = value[step]
        parent[way[-1]] = deepcopy(value)
    return out


@settings(max_examples=80)
@given(small_rounds, st.integers(0, 10**6))
def test_no_document_makes_the_reader_fall(document: dict[str, Any], seed: int) -> None:
    dice = Random(seed)
    for _ in range(4):
        try:
            read_problem(mutated(document, dice))
        except InvalidProblem as refused:
            told = [(flaw.pointer, flaw.words.filled()) for flaw in refused.flaws]
            json.dumps(told, ensure_ascii=False).encode()


@pytest.mark.parametrize("document", JUNK)
def test_what_is_no_document_is_refused(document: Any) -> None:
    assert flaws(document)


def test_what_the_document_says_is_read() -> None:
    document = small_round(3)
    problem = read_problem(document)
    assert [m.id for m in problem.meetings] == [m["id"] for m in document["meetings"]]
    assert [t.room_by_session for t in problem.teachers] == [
        tuple(
            next((i for i, r in enumerate(document["rooms"]) if r["id"] == t["room_by_session"].get(s)), None)
            for s in ("E1", "E2")
        )
        for t in document["teachers"]
    ]
    assert problem.sessions[1].start - problem.sessions[0].start == 2 * 1440


def test_windows_are_sorted_and_those_that_touch_are_one() -> None:
    assert merged([(30, 40), (0, 10), (10, 20), (35, 50)]) == ((0, 20), (30, 50))


def change(*way: Any, to: Any) -> Any:
    def done(document: dict[str, Any]) -> None:
        spot = document
        for step in way[:-1]:
            spot = spot[step]
        spot[way[-1]] = to

    return done


REFUSED = [
    (change("bogus", to=1), "/bogus", "unknown_field"),
    (change("meetings", 0, "a/b~", to=1), "/meetings/0/a~1b~0", "unknown_field"),
    (change("meetings", 0, "weight", to=float("nan")), "/meetings/0/weight", "wrong_type"),
    (change("meetings", 0, "weight", to=-1), "/meetings/0/weight", "out_of_range"),
    (change("meetings", 0, "duration_minutes", to=0), "/meetings/0/duration_minutes", "out_of_range"),
    (change("meetings", 0, "channel", to="smoke"), "/meetings/0/channel", "not_an_option"),
    (change("meetings", 0, "households", to=["nobody"]), "/meetings/0/households/0", "unknown_reference"),
    (change("meetings", 0, "households", to=["H1", "H1"]), "/meetings/0/households/1", "duplicate"),
    (change("meetings", 0, "households", to=[]), "/meetings/0/households", "out_of_range"),
    (change("meetings", 0, "pinned_start", to="2026-11-17T16:02"), "/meetings/0/pinned_start", "pin_cannot_hold"),
    (change("meetings", 0, "pinned_start", to="2026-11-18T16:00"), "/meetings/0/pinned_start", "pin_cannot_hold"),
    (change("meetings", 0, "pinned_start", to="2026-13-18T16:00"), "/meetings/0/pinned_start", "not_a_time"),
    (change("households", 0, "id", to="H2"), "/households/1/id", "duplicate"),
    (change("households", 0, "staff_teacher", to="T9"), "/households/0/staff_teacher", "unknown_reference"),
    (change("teachers", 0, "room_by_session", to={"E1": "R9"}), "/teachers/0/room_by_session/E1", "unknown_reference"),
    (change("rooms", 0, "location", to="Z"), "/rooms/0/location", "unknown_reference"),
    (change("walking_minutes", "A", to={"A": 5}), "/walking_minutes/A/B", "missing"),
    (change("walking_minutes", "A", "B", to=3), "/walking_minutes/A/B", "one_way"),
    (change("sessions", 0, "end", to="2026-11-17T15:00"), "/sessions/0", "ends_before_start"),
    (change("start_grid_minutes", to=0), "/start_grid_minutes", "out_of_range"),
    (change("format", to="conference-problem/2"), "/format", "not_an_option"),
    (
        change("separated_households", to=[{"households": ["H1", "H2"], "rule": "min_gap"}]),
        "/separated_households/0/minutes",
        "missing",
    ),
]


@pytest.mark.parametrize(("spoil", "pointer", "code"), REFUSED)
def test_a_flaw_is_told_in_its_place(spoil: Any, pointer: str, code: str) -> None:
    document = deepcopy(small_round(3))
    spoil(document)
    assert (pointer, code) in flaws(document)


def test_a_talk_with_a_teacher_who_has_no_room_is_refused() -> None:
    document = small_round(3)
    place = [t["id"] for t in document["teachers"]].index(document["meetings"][0]["teachers"][0])
    document["teachers"][place]["room_by_session"] = {}
    assert ("/meetings/0/teachers/0", "no_room") in flaws(document)


def test_two_pins_that_exclude_each_other_are_refused() -> None:
    document = small_round(3)
    talk = document["meetings"][0] | {"households": ["H1"], "teachers": ["T1"], "interpreter_language": None}
    talk |= {"pinned_start": "2026-11-17T16:00", "student_attends": False, "duration_minutes": 10}
    document["meetings"] = [talk, talk | {"id": "M9"}]
    for someone in (*document["households"], *document["teachers"]):
        someone["availability"] = [{"start": "2026-11-17T16:00", "end": "2026-11-17T17:00"}]
    document["teachers"][0]["breaks"] = []
    document["published"] = {}
    assert flaws(document) == [("/meetings/1/pinned_start", "pins_clash")]


def test_published_talks_that_are_gone_are_passed_over() -> None:
    document = small_round(3)
    document["published"] = {"gone": {"start": "2026-11-17T16:00", "interpreter": None}}
    assert read_problem(document).published == {}


def test_a_field_that_cannot_be_written_can_be_told() -> None:
    ((pointer, _),) = flaws(small_round(3) | {"walking_minutes": {"\ud800": {}}})
    assert pointer.encode().startswith(b"/walking_minutes/")


def test_more_flaws_than_anyone_reads_are_not_told() -> None:
    document = small_round(3)
    document["meetings"] = [{"bogus": 1}] * 200
    assert len(flaws(document)) == MOST_TOLD
