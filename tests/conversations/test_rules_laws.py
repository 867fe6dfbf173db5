"""What holds for any facts: a rule reports exactly when its condition is there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from conversations.situations import (
    DAY,
    NOON,
    SARA,
    anna,
    conference,
    interpreter,
    joined_by,
    lasting,
    on_whatsapp,
    raised_by,
    reverse,
    sara,
    start,
    student,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue.models.words import ParticipantRole as Role
from domain.conversations.agenda_facts import AgendaPoint
from domain.conversations.facts import Status, TypeFacts
from domain.conversations.people_facts import Attendee, GuardianFacts
from domain.conversations.rules import check_labels, check_proposal, interpreter_buffer, may_cancel
from domain.conversations.rules.agenda import FAMILY_SETS_AGENDA
from domain.conversations.rules.ages import age
from domain.conversations.rules.buffer import check_interpreter_buffer
from domain.conversations.rules.grid import ENDS_BEFORE_START, OFF_THE_GRID, check_grid
from domain.conversations.rules.interpreting import INTERPRETER_IS_MINOR, check_interpreters
from domain.conversations.rules.length import REVERSE_LENGTH, check_length
from domain.conversations.rules.parents import PARENT_NOT_REACHED, check_parents
from domain.conversations.rules.roles import START_NEEDS_THREE, check_roles
from domain.conversations.rules.twice import TWICE, check_nobody_twice

FIVE_MINUTES, TEN_MINUTES = 300, 600
EXAMPLES = 30

roles = st.sampled_from(Role)
people = st.sampled_from([UUID(int=number) for number in range(1, 6)])
seconds = st.integers(-7200, 7200)
minutes = st.integers(1, 240)
guardians = st.builds(GuardianFacts, st.uuids(), right_to_information=st.booleans(), invited=st.booleans())
attendees = st.builds(
    Attendee,
    roles,
    st.none() | people,
    legal_authority=st.booleans(),
    right_to_information=st.booleans(),
)


def law(*strategies: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """`given`, with as many examples as these small domains need and no clock: the edges stand in `test_rules.py`."""
    return lambda test: settings(max_examples=EXAMPLES, deadline=None)(given(*strategies)(test))


@law(st.sampled_from([299, 300, 301, 599, 600, 601]) | seconds)
def test_r01_a_reverse_talk_takes_five_to_ten_minutes_to_the_second(length: int) -> None:
    found = check_length(lasting(reverse, length / 60))
    assert [one.rule for one in found] == (
        [REVERSE_LENGTH] if 0 < length < FIVE_MINUTES or length > TEN_MINUTES else []
    )


@law(st.integers(0, 10**6), seconds)
def test_r16_a_talk_stands_on_the_grid(shift: int, length: int) -> None:
    facts = lasting(replace(conference, starts_at=NOON + timedelta(seconds=shift)), length / 60)
    found = {(one.rule, one.pointer) for one in check_grid(facts)}
    off = {(OFF_THE_GRID, "/starts_at")} if shift % 300 else set()
    off |= {(OFF_THE_GRID, "/ends_at")} if (shift + length) % 60 else set()
    assert found == ({(ENDS_BEFORE_START, "/ends_at")} if length <= 0 else off)


@law(st.lists(attendees, max_size=8))
def test_r16_as_many_are_there_too_often_as_there_are_places_less_people(everybody: list[Attendee]) -> None:
    known = [one.person_id for one in everybody if one.person_id]
    found = check_nobody_twice(replace(conference, attendees=tuple(everybody)))
    assert len(found) == len(known) - len(set(known))
    assert {one.rule for one in found} <= {TWICE}


@law(minutes, minutes, st.integers(0, 60))
def test_r22_the_buffer_that_is_set_is_never_refused_and_never_shrinks(shorter: int, longer: int, asked: int) -> None:
    form = replace(conference.type, interpreter_buffer_minutes=asked)
    shorter, longer = sorted((shorter, longer))
    small, large = interpreter_buffer(form, shorter), interpreter_buffer(form, longer)
    least = max(10, asked)
    assert least <= small <= large
    assert large == least or longer / 2 <= large < longer / 2 + 5
    facts = replace(joined_by(conference, interpreter), type=form, interpreter_buffer_minutes=small)
    assert check_interpreter_buffer(facts) == []


@law(st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_r22_a_buffer_is_short_below_what_the_form_asks_and_below_ten(asked: int, kept: int, interpreted: bool) -> None:
    form: TypeFacts = replace(conference.type, interpreter_buffer_minutes=asked)
    facts = replace(conference, type=form, interpreter_buffer_minutes=kept)
    found = check_interpreter_buffer(joined_by(facts, interpreter) if interpreted else facts)
    assert bool(found) == (interpreted and kept < max(10, asked))


@law(st.integers(0, 120))
def test_r22_a_buffer_lengthens_no_talk_and_shortens_none(kept: int) -> None:
    facts = replace(joined_by(reverse, interpreter), interpreter_buffer_minutes=kept)
    assert facts.minutes == reverse.minutes
    assert check_length(facts) == []


@law(st.dates(date(1990, 1, 1), DAY))
def test_r21_a_minor_is_somebody_whose_eighteenth_birthday_is_still_to_come(born_on: date) -> None:
    found = check_interpreters(joined_by(conference, replace(interpreter, born_on=born_on)))
    is_minor = (born_on.year + 18, born_on.month, born_on.day) > (DAY.year, DAY.month, DAY.day)
    assert [one.rule for one in found] == ([INTERPRETER_IS_MINOR] if is_minor else [])


def test_who_was_born_on_a_leap_day_is_a_year_older_in_march() -> None:
    leap_day = date(2008, 2, 29)
    assert [age(leap_day, date(2026, 2, 28)), age(leap_day, date(2026, 3, 1)), age(leap_day, date(2028, 2, 29))] == [
        17,
        18,
        20,
    ]


@law(st.booleans(), st.booleans(), st.booleans(), st.booleans(), roles)
def test_r21_concerns_interpreters_only(
    relative: bool, is_student: bool, sensitive: bool, trained: bool, role: Role
) -> None:
    one = Attendee(role, is_relative=relative, is_student=is_student, is_professional=trained)
    found = check_interpreters(replace(joined_by(conference, one), is_sensitive=sensitive))
    broken = [is_student, relative, sensitive and not trained]
    assert len(found) == (sum(broken) if role is Role.INTERPRETER else 0)
    assert [one.rule.severity for one in found].count("warning") == (relative and role is Role.INTERPRETER)


@law(st.lists(guardians, max_size=5))
def test_r17_each_parent_with_a_right_is_invited(family: list[GuardianFacts]) -> None:
    found = check_parents(raised_by(conference, *family))
    passed_over = any(one.right_to_information and not one.invited for one in family)
    assert [one.rule for one in found] == ([PARENT_NOT_REACHED] if passed_over else [])


@law(st.lists(guardians, max_size=5), guardians)
def test_r17_inviting_one_parent_never_makes_up_for_another(family: list[GuardianFacts], more: GuardianFacts) -> None:
    if check_parents(raised_by(conference, *family)):
        assert check_parents(raised_by(conference, *family, replace(more, invited=True)))


@law(st.lists(attendees, max_size=5), people)
def test_r17_of_two_parents_with_rights_neither_cancels(everybody: list[Attendee], asks: UUID) -> None:
    facts = replace(conference, attendees=tuple(everybody))
    guardians_there = facts.having(Role.GUARDIAN, Role.OTHER_GUARDIAN)
    with_rights = {one.person_id for one in guardians_there if one.legal_authority or one.right_to_information}
    takes_part = asks in {one.person_id for one in guardians_there}
    assert may_cancel(facts, asks) == (takes_part and with_rights <= {asks})


def test_r17_who_takes_no_part_cancels_nothing() -> None:
    assert may_cancel(conference, SARA)
    assert not may_cancel(conference, UUID(int=1))
    assert not may_cancel(replace(conference, attendees=()), SARA)


def test_r17_authority_or_information_is_enough_to_keep_the_other_from_cancelling() -> None:
    for authority, information in ((True, False), (False, True), (True, True)):
        other = Attendee(Role.OTHER_GUARDIAN, UUID(int=1), legal_authority=authority, right_to_information=information)
        assert not may_cancel(joined_by(conference, other), SARA)


def test_r17_a_step_parent_beside_does_not_keep_a_parent_from_cancelling() -> None:
    step_parent = Attendee(Role.OTHER_GUARDIAN, UUID(int=1), legal_authority=False, right_to_information=False)
    facts = joined_by(conference, step_parent)
    assert may_cancel(facts, SARA)
    assert not may_cancel(facts, UUID(int=1))


@law(st.frozensets(roles))
def test_r04_a_start_conversation_needs_all_three(there: frozenset[Role]) -> None:
    found = check_roles(replace(start, attendees=tuple(Attendee(role) for role in there)))
    parent = there & {Role.GUARDIAN, Role.OTHER_GUARDIAN}
    held = Role.STUDENT in there and Role.TEACHER in there and parent
    assert [one.rule for one in found] == ([] if held else [START_NEEDS_THREE])


@law(roles, st.integers(0, 60))
def test_r04_has_no_exemption_for_age(role: Role, years: int) -> None:
    born_on = DAY.replace(year=DAY.year - years)
    facts = replace(start, student=replace(start.student, born_on=born_on))
    left = tuple(one for one in (student, sara, anna) if one.role is not role)
    assert bool(check_roles(replace(facts, attendees=left))) == (role in {Role.STUDENT, Role.GUARDIAN, Role.TEACHER})


@law(roles, st.sampled_from(Status))
def test_r02_only_the_family_brings_subjects_whenever_it_does(role: Role, status: Status) -> None:
    found = check_proposal(replace(reverse, agenda=(AgendaPoint(role, "Lezen", status),)))
    family = role in {Role.STUDENT, Role.GUARDIAN, Role.OTHER_GUARDIAN}
    assert [one.rule for one in found] == ([] if family else [FAMILY_SETS_AGENDA])


@law(st.lists(st.sampled_from([Role.TEACHER, Role.GUARDIAN, Role.BRIDGE_WORKER]), max_size=3))
def test_r28_whatsapp_stays_with_two(more: list[Role]) -> None:
    facts = joined_by(on_whatsapp, *(Attendee(role, SARA if role is Role.GUARDIAN else None) for role in more))
    found = {one.rule.code for one in check_proposal(facts)}
    assert ("whatsapp_one_to_one" in found) == bool(more)


@law(st.lists(st.sampled_from(["lezen", "Gezondheid", "SANTÉ", "origin", "samen spelen"]), max_size=6))
def test_r27_each_label_is_judged_alone(labels: list[str]) -> None:
    found = [one.pointer for one in check_labels(labels, "/labels")]
    assert found == [f"/labels/{at}" for at, label in enumerate(labels) if label not in {"lezen", "samen spelen"}]
