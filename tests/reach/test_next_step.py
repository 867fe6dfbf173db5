"""What the school can try next: pure."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conferences.rules.day_parts import DayPart
from domain.plans.decision.week import Week, week_of
from domain.plans.models.contact_words import ContactChannel
from domain.reach.models.words import Reached, Step
from domain.reach.rules.moments import Moment, not_offered
from domain.reach.rules.next_step import next_step
from domain.reach.rules.reasons import REASONS, plan_in_words
from domain.reach.rules.steps import SAME, Person, Tried, options

C = ContactChannel
NO_PLAN = Person(uuid4(), (C.EMAIL, C.PHONE, C.PAPER, C.TALK))
TUESDAY_EVENING = week_of([{"weekday": "tuesday", "from_time": "18:00", "to_time": "20:00"}])
PLAN = Person(uuid4(), (C.APP, C.TALK), has_plan=True, hours=TUESDAY_EVENING)
INTERPRETED = Person(uuid4(), (C.TALK,), has_plan=True, wants_interpreter=True)
ALL_PARTS = frozenset(Moment(4, part) for part in DayPart)

channels = st.lists(st.sampled_from(C), max_size=4, unique=True).map(tuple)
hours: st.SearchStrategy[Week | None] = st.sampled_from([None, TUESDAY_EVENING])
persons = st.builds(Person, st.uuids(), channels, st.booleans(), st.booleans(), hours)
moments = st.frozensets(st.builds(Moment, st.integers(0, 6), st.sampled_from(DayPart)))
WAYS = [*map(str, C), *SAME, "interpreter", "bridge_worker", "another_day", "home_visit", "conference", "in_person"]
tries = st.builds(
    Tried,
    st.sampled_from([group for group in Reached if group != Reached.SPOKEN_WITH]),
    st.frozensets(st.sampled_from(WAYS)),
    moments,
    st.lists(persons, max_size=2).map(tuple),
    st.frozensets(st.sampled_from(Step)),
    st.booleans(),
)


def never_answered(*ways: str, people: tuple[Person, ...] = (NO_PLAN,), **more: frozenset[Moment]) -> Tried:
    return Tried(Reached.NEVER_ANSWERED, frozenset({"conference", *ways}), people=people, **more)


@pytest.mark.parametrize(
    ("tried", "step", "channel"),
    [
        (Tried(Reached.NEVER_INVITED, people=(PLAN,)), Step.INVITE, C.APP),
        (Tried(Reached.INVITED_NOT_MET, frozenset({"email"})), Step.KEEP_APPOINTMENT, None),
        (Tried(Reached.INVITED_NOT_MET, frozenset({"email"}), has_ahead=True), Step.APPOINTMENT_STANDS, None),
        (never_answered("email"), Step.PHONE, C.PHONE),
        (never_answered("email", "phone"), Step.AT_THE_GATE, C.TALK),
        (never_answered("email", "phone", "at_the_gate"), Step.ANOTHER_CHANNEL, C.PAPER),
        (never_answered("email", "phone", "at_the_gate", "letter"), Step.BRIDGE_WORKER, None),
        (never_answered("email", people=(PLAN,)), Step.ANOTHER_CHANNEL, C.APP),
        (never_answered("app", people=(PLAN,)), Step.AT_THE_GATE, C.TALK),
        (never_answered("app", "talk", people=(PLAN,)), Step.BRIDGE_WORKER, None),
        (never_answered("talk", people=(INTERPRETED,)), Step.INTERPRETER, None),
        (never_answered("talk", "interpreter", people=(INTERPRETED,)), Step.BRIDGE_WORKER, None),
        (never_answered("bridge_worker", people=()), Step.ANOTHER_MOMENT, None),
        (never_answered("bridge_worker", people=(), offered=ALL_PARTS), Step.HOME_VISIT, None),
        (never_answered("bridge_worker", "another_day", "home_visit", people=()), Step.BRIDGE_WORKER, None),
    ],
)
def test_another_channel_then_somebody_who_helps_then_another_moment_then_a_visit(
    tried: Tried, step: Step, channel: ContactChannel | None
) -> None:
    found = next_step(tried)
    assert (found.step, found.channel) == (step, channel)


@given(tries)
def test_it_is_never_one_that_was_tried_unless_all_were(tried: Tried) -> None:
    found = next_step(tried)
    assert not found.was_tried or all(one.was_tried for one in options(tried))
    known = {SAME.get(way, way) for way in tried.ways}
    assert found.was_tried or found.channel is None or found.channel not in known


@given(tries)
def test_it_is_never_a_way_that_the_plan_refuses(tried: Tried) -> None:
    for found in options(tried):
        by_id = {person.guardian_id: person for person in tried.people}
        assert found.channel is None or found.channel in by_id[found.guardian_id].open
        assert not found.from_plan or by_id[found.guardian_id].has_plan or found.moment or not found.channel
        if found.moment and found.guardian_id:
            assert found.moment == Moment(1, DayPart.EVENING), "the hours of this person"


@given(tries)
def test_nobody_is_asked_twice_for_a_visit_at_home(tried: Tried) -> None:
    assert "home_visit" not in tried.ways or next_step(tried).step != Step.HOME_VISIT


@given(tries)
def test_every_step_has_its_reason_in_three_languages(tried: Tried) -> None:
    found = next_step(tried)
    for language in ("nl", "fr", "en"):
        assert REASONS[found.step].words(language)
        assert (plan_in_words(found, language) is not None) == found.from_plan


def test_what_the_catalogue_does_not_know_is_not_tried() -> None:
    without = Tried(Reached.NEVER_ANSWERED, frozenset({"conference"}), known=frozenset(Step) - {Step.BRIDGE_WORKER})
    assert next_step(without).step == Step.ANOTHER_MOMENT


@pytest.mark.parametrize(
    ("offered", "moment"),
    [
        (set(), Moment(0, DayPart.MORNING)),
        ({Moment(4, DayPart.MORNING)}, Moment(2, DayPart.AFTERNOON)),
        ({Moment(4, DayPart.MORNING), Moment(4, DayPart.AFTERNOON)}, Moment(0, DayPart.MORNING)),
        ({Moment(0, DayPart.MORNING), Moment(2, DayPart.AFTERNOON)}, None),
    ],
)
def test_another_part_of_the_day_comes_before_another_day(offered: set[Moment], moment: Moment | None) -> None:
    hours = [("monday", "09:00", "12:00"), ("wednesday", "13:00", "15:00")]
    week = week_of([{"weekday": day, "from_time": start, "to_time": end} for day, start, end in hours])
    assert not_offered(week, frozenset(offered)) == moment


def test_who_named_no_hours_is_offered_a_part_of_the_day() -> None:
    evening = frozenset({Moment(1, DayPart.EVENING)})
    assert not_offered(None, frozenset()) == Moment(None, DayPart.MORNING)
    assert not_offered(None, evening | {Moment(2, DayPart.MORNING)}) == Moment(None, DayPart.AFTERNOON)
    assert not_offered(None, ALL_PARTS) is None
