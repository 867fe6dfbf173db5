"""The rules of a plan, without a database."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.conversations.facts import Form, Status
from domain.kernel.errors import Forbidden, Invalid, NotFound
from domain.plans.models.agreements import PlanAgreementFields
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.hours import WeeklyHours
from domain.plans.models.words import Party
from domain.plans.rules.agreeing import check_agreement
from domain.plans.rules.approving import check_something_agreed, is_agreed
from domain.plans.rules.inputs import Inputs
from domain.plans.rules.origin import check_origin
from domain.plans.rules.standing import Standing
from domain.plans.rules.voices import Voice, voice_of
from domain.plans.rules.year import SchoolYear, check_review_date, default_review

YEAR = SchoolYear(uuid4(), date(2026, 9, 1), date(2027, 9, 1))
SARA, OMAR = uuid4(), uuid4()

channels = st.frozensets(st.sampled_from(ContactChannel))
inputs = st.builds(
    Inputs,
    school=st.none() | channels,
    answerer=st.none() | channels,
    wished=st.none() | channels,
    a_guardian_was_heard=st.booleans(),
)


def agreement(channel: ContactChannel, *, guardian: bool, compromise: str | None = None) -> PlanAgreementFields:
    return PlanAgreementFields(
        party=Party.GUARDIAN if guardian else Party.STUDENT,
        guardian_id=SARA if guardian else None,
        topic="Huiswerk",
        channel=channel,
        compromise=compromise,
    )


agreements = st.builds(
    agreement,
    st.sampled_from(ContactChannel),
    guardian=st.booleans(),
    compromise=st.none() | st.just("Geen app thuis."),
)


@given(agreements, inputs)
def test_what_is_agreed_lies_in_what_both_want_or_says_why_not(made: PlanAgreementFields, both: Inputs) -> None:
    if check_agreement(made, both):
        return
    assert both.a_guardian_was_heard
    assert both.school is not None
    assert both.wished is not None
    assert made.channel in both.school
    assert both.answerer is None or made.channel in both.answerer
    assert made.channel in both.wished or (made.compromise and made.channel is not ContactChannel.WHATSAPP)


@given(agreements, inputs)
def test_nothing_is_refused_without_a_reason(made: PlanAgreementFields, both: Inputs) -> None:
    heard = both.school is not None and both.wished is not None and both.a_guardian_was_heard
    may_differ = made.compromise is not None and made.channel is not ContactChannel.WHATSAPP
    fits = made.channel in both.offered and (made.channel in (both.wished or ()) or may_differ)
    assert bool(check_agreement(made, both)) is not (heard and fits)


@given(agreements, inputs)
def test_every_refusal_points_at_a_field_of_the_agreement(made: PlanAgreementFields, both: Inputs) -> None:
    found = check_agreement(made, both)
    assert {one.pointer.removeprefix("/") for one in found} <= set(PlanAgreementFields.model_fields)
    assert {one.rule.number for one in found} <= {"R06"}
    assert all(one.rule.words(language, one.data) for one in found for language in ("nl", "fr", "en"))


@pytest.mark.parametrize(
    ("meeting_type", "status", "year", "code"),
    [
        ("parent-teacher-conference", Status.COMPLETED, YEAR, "start_conversation_needed"),
        (Form.START_CONVERSATION, Status.PLANNED, YEAR, "start_conversation_not_held"),
        (Form.START_CONVERSATION, Status.CANCELLED, YEAR, "start_conversation_not_held"),
        (Form.START_CONVERSATION, Status.RUNNING, None, "school_year_unknown"),
        (
            Form.START_CONVERSATION,
            Status.COMPLETED,
            SchoolYear(uuid4(), date(2025, 9, 1), date(2026, 9, 1)),
            "school_year_over",
        ),
    ],
)
def test_a_plan_has_no_other_origin(meeting_type: str, status: Status, year: SchoolYear | None, code: str) -> None:
    found = check_origin(meeting_type, status, year, date(2026, 9, 10))
    assert [(one.rule.code, one.pointer) for one in found] == [(code, "/conversation_id")]


@pytest.mark.parametrize("status", [Status.RUNNING, Status.COMPLETED])
def test_a_plan_comes_from_a_start_conversation_during_or_after_it(status: Status) -> None:
    assert check_origin("start-conversation", status, YEAR, date(2027, 8, 31)) == []


@pytest.mark.parametrize(
    ("today", "review_on"),
    [
        (date(2026, 9, 10), date(2026, 12, 18)),
        (date(2026, 12, 17), date(2026, 12, 18)),
        (date(2026, 12, 18), date(2027, 2, 26)),
        (date(2027, 8, 1), date(2027, 8, 31)),
    ],
)
def test_the_three_look_back_before_christmas_or_ten_weeks_on(today: date, review_on: date) -> None:
    assert default_review(YEAR, today) == review_on


@given(st.integers(2020, 2060), st.integers(0, 364))
def test_the_default_day_to_look_back_lies_ahead_and_within_the_plan(start: int, day: int) -> None:
    year = SchoolYear(uuid4(), date(start, 9, 1), date(start + 1, 9, 1))
    today = year.starts_on + timedelta(days=day)
    review_on = default_review(year, today)
    assert today <= review_on < year.ends_on
    assert check_review_date(review_on, year) == []


def standing(*, staff: bool = False, teacher: bool = False, student: bool = False, guardian: bool = False) -> Standing:
    return Standing(staff, teacher, SARA if guardian else None, student)


def test_everybody_speaks_for_themselves_and_the_school_for_each() -> None:
    assert voice_of(standing(guardian=True), Party.GUARDIAN) == Voice(Party.GUARDIAN, SARA, on_behalf=False)
    assert voice_of(standing(student=True), Party.STUDENT) == Voice(Party.STUDENT, None, on_behalf=False)
    teacher = standing(staff=True, teacher=True)
    assert voice_of(teacher, Party.TEACHER) == Voice(Party.TEACHER, None, on_behalf=False)
    assert voice_of(teacher, Party.GUARDIAN, OMAR) == Voice(Party.GUARDIAN, OMAR, on_behalf=True)
    assert voice_of(standing(staff=True), Party.TEACHER) == Voice(Party.TEACHER, None, on_behalf=True)


def test_nobody_of_a_family_speaks_for_another() -> None:
    with pytest.raises(NotFound):
        voice_of(standing(guardian=True), Party.GUARDIAN, OMAR)
    for party in (Party.STUDENT, Party.TEACHER):
        with pytest.raises(Forbidden):
            voice_of(standing(guardian=True), party)
    with pytest.raises(Forbidden):
        voice_of(standing(student=True), Party.GUARDIAN, SARA)
    with pytest.raises(Invalid):
        voice_of(standing(staff=True), Party.GUARDIAN)


def test_a_guardian_says_yes_to_what_they_see_only() -> None:
    sara = Voice(Party.GUARDIAN, SARA, on_behalf=False)
    assert check_something_agreed(sara, [OMAR]) != []
    assert check_something_agreed(sara, [OMAR, SARA]) == []
    assert check_something_agreed(sara, [None]) == []
    assert check_something_agreed(Voice(Party.TEACHER, None, on_behalf=False), [OMAR]) == []
    assert check_something_agreed(Voice(Party.STUDENT, None, on_behalf=False), []) != []


def test_a_plan_is_agreed_by_all_three() -> None:
    assert is_agreed([Party.TEACHER, Party.STUDENT, Party.GUARDIAN, Party.GUARDIAN])
    assert not is_agreed([Party.TEACHER, Party.GUARDIAN])


@pytest.mark.parametrize(
    "unclear", [{"party": "guardian"}, {"party": "student", "guardian_id": str(SARA)}, {"party": "teacher"}]
)
def test_an_agreement_names_its_party(unclear: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        PlanAgreementFields.model_validate({"topic": "Huiswerk", "channel": "talk", **unclear})


@pytest.mark.parametrize(("from_time", "to_time"), [("16:30", "08:00"), ("8:00", "9:00"), ("24:00", "25:00")])
def test_hours_are_hours(from_time: str, to_time: str) -> None:
    with pytest.raises(ValidationError):
        WeeklyHours.model_validate({"weekday": "monday", "from_time": from_time, "to_time": to_time})
