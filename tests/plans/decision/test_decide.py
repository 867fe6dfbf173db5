"""One rule after another, each with the reason that it gives."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest

from domain.families.models.guardians import ReadingComfort
from domain.families.models.restrictions import RestrictionKind
from domain.kernel.text import OWN_LANGUAGES
from domain.plans.decision.asked import Decision, Question, Reached
from domain.plans.decision.decide import decide
from domain.plans.decision.family import Agreed, Family, Guardian, Limit, Person, Student, Wishes
from domain.plans.decision.school_ways import Colleague, SchoolWays, Ways
from domain.plans.decision.telling import reason_in_all
from domain.plans.decision.week import week_of
from domain.plans.models.contact_words import ContactChannel as C
from domain.plans.models.contact_words import DigitalAccess, Frequency
from domain.plans.models.topics import Topic, Urgency
from domain.plans.topic_of import topic_of
from domain.school.calendar import Period

SARA, TEACHER, STAND_IN = UUID(int=1), UUID(int=11), UUID(int=12)
MONDAY_10, MONDAY_21 = datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 23, 20, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 25, 10, tzinfo=UTC)  # a Friday
SCHOOL = SchoolWays(ways=Ways((C.EMAIL, C.TALK, C.PHONE, C.WHATSAPP, C.MESSAGE, C.PAPER), interpreter_modes=("phone",)))
WITH_STAFF = replace(
    SCHOOL,
    staff={
        TEACHER: Colleague(frozenset({1}), ways=Ways((C.PHONE, C.TALK), stand_in_id=STAND_IN)),
        STAND_IN: Colleague(),
    },
)
REACHABLE = Person(("nl",), has_email=True, has_phone=True)
EVENING = week_of([{"weekday": "tuesday", "from_time": "20:00", "to_time": "21:00"}])


def wishing(*channels: C, person: Person = REACHABLE, **more: Any) -> Person:
    return replace(person, wishes=Wishes(channels, **more))


def decided(person: Person, school: SchoolWays = SCHOOL, **more: Any) -> Decision:
    question = {"topic": Topic.CONVERSATIONS, "urgency": Urgency.ORDINARY, "moment": MONDAY_10}
    rights = {key: more.pop(key) for key in ("limits", "legal_authority", "is_parent", "ended_on") if key in more}
    born_on = more.pop("born_on", None)
    family = Family(Student(UUID(int=9), Person(), born_on), (Guardian(SARA, person, **rights),))
    return decide(family, school, Question(**(question | more)))


def reached(person: Person, school: SchoolWays = SCHOOL, **more: Any) -> Reached:
    return decided(person, school, **more).reached[0]


def codes(one: Any) -> list[str]:
    return [reason.said.code for reason in one.reasons]


NONE_DIGITAL = wishing(C.EMAIL, C.PAPER, digital_access=DigitalAccess.NONE)
SELDOM = wishing(C.EMAIL, C.PHONE, digital_access=DigitalAccess.NOW_AND_THEN)
AGREED = replace(wishing(C.PHONE), agreements=(Agreed(Topic.CONVERSATIONS, C.TALK, answered_by_id=TEACHER),))
CHANNELS: list[tuple[Person, dict[str, Any], C | None, str]] = [
    (REACHABLE, {}, C.EMAIL, "channel_of_school"),
    (replace(REACHABLE, has_email=False), {}, C.TALK, "email_address_missing"),
    (replace(REACHABLE, reading_comfort=ReadingComfort.RATHER_HEARS), {}, C.TALK, "rather_hears"),
    (wishing(C.VIDEO, C.PHONE), {}, C.PHONE, "channel_not_offered"),
    (wishing(C.EMAIL, C.PHONE, reading_comfort=ReadingComfort.RATHER_HEARS), {}, C.PHONE, "rather_hears"),
    (wishing(C.WHATSAPP), {}, C.WHATSAPP, "channel_wished"),
    (replace(wishing(C.EMAIL), agreements=(Agreed(Topic.CONVERSATIONS, C.WHATSAPP),)), {}, C.EMAIL, "whatsapp_not_chosen"),
    (wishing(C.MESSAGE, person=Person()), {}, None, "phone_number_missing"),
    (wishing(C.EMAIL, digital_access=DigitalAccess.NONE), {}, None, "no_way_open"),
    (NONE_DIGITAL, {}, C.PAPER, "no_digital_access"),
    (SELDOM, {}, C.EMAIL, "channel_wished"),
    (SELDOM, {"urgency": Urgency.SOON}, C.PHONE, "digital_now_and_then"),
    (AGREED, {}, C.TALK, "channel_agreed"),
    (AGREED, {"topic": Topic.LEARNING}, C.PHONE, "channel_wished"),
    (wishing(C.PHONE, C.EMAIL, reachable=EVENING), {}, C.EMAIL, "hours_never_meet"),
]  # fmt: skip


@pytest.mark.parametrize(("person", "asked", "channel", "code"), CHANNELS)
def test_the_channel(person: Person, asked: dict[str, Any], channel: C | None, code: str) -> None:
    one = reached(person, **asked)
    assert (one.channel, code in codes(one)) == (channel, True), codes(one)


HELD = Period(date(2026, 11, 20), date(2026, 11, 26))
TIMES: list[tuple[Person, dict[str, Any], str, str]] = [
    (wishing(C.EMAIL), {"moment": MONDAY_21}, "2026-11-24T06:30", "quiet_hours"),
    (wishing(C.EMAIL), {"moment": CHRISTMAS}, "2026-12-28T06:30", "quiet_hours"),
    (wishing(C.EMAIL, reachable=EVENING), {}, "2026-11-24T19:00", "outside_reachable_hours"),
    (wishing(C.PHONE), {"moment": MONDAY_21}, "2026-11-24T07:00", "outside_school_hours"),
    (wishing(C.PAPER), {"moment": datetime(2026, 12, 24, 9, tzinfo=UTC)}, "2027-01-04T07:00", "no_school_then"),
    (wishing(C.EMAIL), {"moment": datetime(2026, 12, 24, 9, tzinfo=UTC)}, "2026-12-24T09:00", "suits_now"),
    (wishing(C.EMAIL, blocked=(HELD,)), {}, "2026-11-26T06:30", "period_blocked"),
    (wishing(C.EMAIL), {"moment": MONDAY_21, "urgency": Urgency.SOON}, "2026-11-24T06:30", "quiet_hours"),
    (wishing(C.EMAIL), {"moment": MONDAY_21, "urgency": Urgency.URGENT}, "2026-11-23T20:00", "urgent_phone"),
    (wishing(C.EMAIL, has_urgent_phone=True), {"urgency": Urgency.URGENT}, "2026-11-23T09:00", "urgent_number"),
]


@pytest.mark.parametrize(("person", "asked", "earliest", "code"), TIMES)
def test_the_earliest_moment(person: Person, asked: dict[str, Any], earliest: str, code: str) -> None:
    one = reached(person, **asked)
    assert (one.earliest.isoformat()[:16], code in codes(one)) == (earliest, True), codes(one)
    assert one.channel is (C.PHONE if asked.get("urgency") is Urgency.URGENT else one.channel)


def test_nothing_urgent_is_given_along_with_a_child() -> None:
    on_paper = wishing(C.PAPER, person=Person(has_email=True))
    assert reached(on_paper).channel is C.PAPER
    urgent = decided(on_paper, urgency=Urgency.URGENT)
    assert [one.channel for one in urgent.reached] == [None]
    assert [reason.said.code for reason in urgent.for_school] == ["nobody_reachable"]


def test_what_is_urgent_never_goes_out_by_mail_at_night() -> None:
    by_mail = wishing(C.EMAIL, person=Person(has_email=True))
    decision = decided(by_mail, moment=MONDAY_21, urgency=Urgency.URGENT)
    assert (decision.reached[0].channel, decision.reached[0].further) == (None, ())
    assert [reason.said.code for reason in decision.for_school] == ["nobody_reachable"]
    assert reached(by_mail, urgency=Urgency.URGENT).channel is C.EMAIL
    assert reached(wishing(C.EMAIL), moment=MONDAY_21, urgency=Urgency.URGENT).further == ()


@pytest.mark.parametrize(
    ("rights", "code"),
    [
        ({"limits": (Limit(date(2026, 11, 23), date(2026, 11, 24), RestrictionKind.NO_INFORMATION),)}, "information_restricted"),
        ({"limits": (Limit(date(2026, 11, 24), date(2026, 11, 25), RestrictionKind.NO_CONTACT),), "moment": MONDAY_21}, "contact_restricted"),
        ({"ended_on": date(2026, 11, 23)}, "guardianship_ended"),
        ({"legal_authority": False, "is_parent": False}, "legal_parents_did_not_agree"),
        ({"born_on": date(2008, 11, 23)}, "student_of_age_hears_it"),
        ({"born_on": date(2008, 11, 24), "moment": MONDAY_21}, "student_of_age_hears_it"),
    ],
)  # fmt: skip
def test_who_hears_nothing(rights: dict[str, Any], code: str) -> None:
    """A restriction from tomorrow on stands in the way of what would arrive tomorrow, and so does coming of age."""
    assert [codes(one) for one in decided(REACHABLE, **rights).left_out] == [[code]]


def test_no_attendance_is_no_silence() -> None:
    limits = (Limit(date(2026, 1, 1), date(2027, 1, 1), RestrictionKind.NO_ATTENDANCE),)
    assert reached(REACHABLE, limits=limits).channel is C.EMAIL


@pytest.mark.parametrize(
    ("spoken", "languages", "code"),
    [
        (("ary", "fr"), ("ar", "nl"), "language_of_reader"),
        (("tr", "fr-BE"), ("fr", "nl"), "language_of_reader"),
        (("tr",), ("nl",), "language_not_there"),
        (("nl", "fr"), ("nl",), "language_dutch"),
        ((), ("nl",), "language_not_known"),
    ],
)
def test_the_language(spoken: tuple[str, ...], languages: tuple[str, ...], code: str) -> None:
    one = reached(replace(REACHABLE, languages=spoken))
    assert (one.languages, code in codes(one)) == (languages, True)


def test_a_reason_names_what_it_speaks_of() -> None:
    reasons = reached(replace(REACHABLE, languages=("tr",))).reasons
    said = [reason_in_all(reason) for reason in reasons]
    assert all(tuple(words) == OWN_LANGUAGES for words in said)
    assert {"Turks", "turc", "Turkish"} == {
        name for words in said for name in ("Turks", "turc", "Turkish") for text in words.values() if name in text
    }


@pytest.mark.parametrize(
    ("mode", "school", "found", "code"),
    [
        (None, SCHOOL, "phone", "interpreter_wished"),
        ("on_site", SCHOOL, "phone", "interpreter_otherwise"),
        ("phone", SchoolWays(), None, "interpreter_not_offered"),
    ],
)
def test_the_interpreter(mode: Any, school: SchoolWays, found: Any, code: str) -> None:
    one = reached(wishing(C.PHONE, wants_interpreter=True, interpreter_mode=mode), school)
    assert (one.wants_interpreter, one.interpreter, code in codes(one)) == (True, found, True)


def test_the_sender() -> None:
    """The teacher is there on Tuesdays; what is said needs them there, what is written only their name."""
    by_phone, by_mail = wishing(C.PHONE), wishing(C.EMAIL)
    assert reached(by_phone, WITH_STAFF).sender_id is None
    assert reached(by_phone, WITH_STAFF, sender_id=TEACHER).sender_id == STAND_IN
    assert reached(by_phone, WITH_STAFF, sender_id=TEACHER, moment=MONDAY_21).sender_id == TEACHER
    assert reached(by_mail, WITH_STAFF, sender_id=STAND_IN).sender_id == STAND_IN
    assert "channel_not_offered" in codes(reached(by_mail, WITH_STAFF, sender_id=TEACHER))
    away = replace(WITH_STAFF, staff={TEACHER: Colleague(frozenset(), ways=Ways((C.PHONE,)))})
    assert "sender_away" in codes(reached(by_phone, away, sender_id=TEACHER))


@pytest.mark.parametrize(
    ("chain", "sender"),
    [((1, 2, 3), UUID(int=3)), ((1, 2, 1), None), ((1, 1), None), ((1, 2, 3, 2), UUID(int=3)), ((1, 2, 4), None)],
    ids=["away too", "for each other", "for oneself", "back to one who was asked", "nobody we know"],
)
def test_a_stand_in_of_a_stand_in(chain: tuple[int, ...], sender: UUID | None) -> None:
    """Only the third is there on a Monday."""
    staff = {
        UUID(int=one): Colleague(frozenset({0} if one == 3 else {1}), ways=Ways((C.PHONE,), stand_in_id=UUID(int=then)))
        for one, then in pairwise(chain)
    } | ({UUID(int=3): Colleague(frozenset({0}))} if chain[-1] == 3 else {})
    one = reached(wishing(C.PHONE), replace(SCHOOL, staff=staff), sender_id=UUID(int=1))
    assert (one.sender_id, codes(one)[-1]) == (sender, "sender_replaced" if sender else "sender_away")


def test_how_often() -> None:
    monthly = wishing(C.EMAIL, frequency=Frequency.MONTHLY, at_once=frozenset({Topic.ABSENCE}))
    assert reached(monthly).frequency is Frequency.MONTHLY
    assert reached(monthly, topic=Topic.ABSENCE).frequency is Frequency.WHEN_NEEDED
    assert reached(monthly, urgency=Urgency.SOON).frequency is Frequency.WHEN_NEEDED
    summary = wishing(C.EMAIL, in_summary=frozenset({Topic.PRACTICAL}))
    assert reached(summary, topic=Topic.PRACTICAL).frequency is Frequency.WEEKLY


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("well_being", Topic.WELL_BEING),
        ("Well being", Topic.WELL_BEING),
        ("  GESPREKKEN ", Topic.CONVERSATIONS),
        ("réunions de parents", Topic.CONFERENCES),
        ("Zwemmen", None),
    ],
)
def test_a_topic_is_known_by_its_word_or_its_name(line: str, topic: Topic | None) -> None:
    assert topic_of(line) is topic
