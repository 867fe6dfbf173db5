"""What holds of every decision, whoever the family, whatever the school, whenever it is asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from plans.decision.families import QUESTIONS, SCHOOLS, families

from domain.families.models.restrictions import RestrictionKind
from domain.plans.decision.asked import Question, Reached
from domain.plans.decision.decide import decide
from domain.plans.decision.family import Family, Guardian, Limit, Person
from domain.plans.decision.offer import DIGITAL, SPOKEN
from domain.plans.decision.school_ways import SchoolWays
from domain.plans.decision.week import Week
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Urgency

KEEPS_AWAY = {RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION}


def person_of(family: Family, one: Reached) -> Person:
    people = {guardian.guardian_id: guardian.person for guardian in family.guardians}
    return people[one.guardian_id] if one.guardian_id else family.student.person


def guardian_of(family: Family, one: Reached) -> Guardian:
    return next(guardian for guardian in family.guardians if guardian.guardian_id == one.guardian_id)


def shows(week: Week, one: Reached, school: SchoolWays) -> bool:
    local = one.earliest.astimezone(school.zone)
    return any(start <= local.hour * 60 + local.minute < end for start, end in week[local.weekday()])


def never_to_whom_a_restriction_keeps_away(family: Family, school: SchoolWays, question: Question) -> None:
    for one in decide(family, school, question).reached:
        if one.guardian_id:
            guardian = guardian_of(family, one)
            for day in {moment.astimezone(school.zone).date() for moment in (question.moment, one.earliest)}:
                assert not any(day in limit for limit in guardian.limits if limit.kind in KEEPS_AWAY)
                assert guardian.ended_on is None or day < guardian.ended_on
            assert guardian.right_to_information
            assert guardian.may_be_contacted


def never_outside_hours_unless_urgent_and_then_by_phone_alone(
    family: Family, school: SchoolWays, question: Question
) -> None:
    for one in decide(family, school, question).reached:
        assert one.earliest >= question.moment
        if one.channel is None:
            continue
        if question.urgency is Urgency.URGENT and one.channel is ContactChannel.PHONE:
            assert one.earliest == question.moment
            continue
        assert question.urgency is not Urgency.URGENT or one.channel in DIGITAL or one.earliest == question.moment
        _within_hours(person_of(family, one), one, school)


def _within_hours(person: Person, one: Reached, school: SchoolWays) -> None:
    day = one.earliest.astimezone(school.zone).date()
    reachable = person.wishes.reachable if person.wishes else None
    if person.wishes:
        assert not any(day in period for period in person.wishes.blocked)
    if reachable and one.channel in (*DIGITAL, *SPOKEN):
        assert shows(reachable, one, school)
    if one.channel in DIGITAL:
        assert reachable or shows(school.awake, one, school)
    else:
        assert day not in school.days_off
        hours = [school.offer(sender).hours for sender in (None, *school.staff)]
        assert any(shows(week, one, school) for week in hours)


def never_by_a_channel_that_was_not_chosen(family: Family, school: SchoolWays, question: Question) -> None:
    for one in decide(family, school, question).reached:
        person = person_of(family, one)
        agreed = {here.channel for here in person.agreements if here.topic is question.topic}
        taken = {channel for channel in (one.channel, *one.further) if channel}
        urgent = {ContactChannel.PHONE} if question.urgency is Urgency.URGENT else set()
        assert not person.wishes or taken <= {*person.wishes.channels, *agreed, *urgent}
        assert ContactChannel.WHATSAPP not in taken or (person.wishes and "whatsapp" in person.wishes.channels)
        assert len(taken) == len(one.further) + bool(one.channel)


def somebody_is_reached_or_the_school_has_something_to_do(
    family: Family, school: SchoolWays, question: Question
) -> None:
    decision = decide(family, school, question)
    assert any(one.channel for one in decision.reached) is not bool(decision.for_school)
    asked = {one.guardian_id for one in family.guardians} if question.guardian_ids is None else question.guardian_ids
    answered = [one.guardian_id for one in (*decision.reached, *decision.left_out) if one.guardian_id]
    assert sorted(answered) == sorted(asked), "each once: reached, or left out with a reason"
    assert all(one.reasons for one in (*decision.reached, *decision.left_out))
    assert all("nl" in one.languages for one in decision.reached)


def a_restriction_never_adds_anybody(family: Family, school: SchoolWays, question: Question) -> None:
    before = {one.guardian_id for one in decide(family, school, question).reached}
    day = question.moment.astimezone(school.zone).date()
    for place, guardian in enumerate(family.guardians):
        for kind in RestrictionKind:
            limited = replace(guardian, limits=(*guardian.limits, Limit(day, day + timedelta(days=1), kind)))
            others = (*family.guardians[:place], limited, *family.guardians[place + 1 :])
            after = {one.guardian_id for one in decide(replace(family, guardians=others), school, question).reached}
            kept_away = {guardian.guardian_id} if kind in KEEPS_AWAY else set()
            assert after == before - kept_away


def the_same_question_has_the_same_answer(family: Family, school: SchoolWays, question: Question) -> None:
    afresh = SchoolWays(school.zone, school.ways, school.staff, quiet=school.quiet)
    assert decide(family, school, question) == decide(family, school, question) == decide(family, afresh, question)


def of_a_student_of_age_parents_hear_what_the_student_agreed_to(
    family: Family, school: SchoolWays, question: Question
) -> None:
    decision = decide(family, school, question)
    born_on, day = family.student.born_on, question.moment.astimezone(school.zone).date()
    if born_on is None or born_on > date(day.year - 18, day.month, min(day.day, 28)):
        return
    assert any(one.guardian_id is None for one in decision.reached)
    for one in decision.reached:
        in_plan = family.student.said_yes and person_of(family, one).wishes
        assert one.guardian_id is None or question.student_agreed or in_plan


PROPERTIES = (
    never_to_whom_a_restriction_keeps_away,
    never_outside_hours_unless_urgent_and_then_by_phone_alone,
    never_by_a_channel_that_was_not_chosen,
    somebody_is_reached_or_the_school_has_something_to_do,
    a_restriction_never_adds_anybody,
    the_same_question_has_the_same_answer,
    of_a_student_of_age_parents_hear_what_the_student_agreed_to,
)


@settings(max_examples=100)
@given(families(), SCHOOLS, QUESTIONS)
def test_every_property_holds(family: Family, school: SchoolWays, question: Question) -> None:
    """Making a family takes longer than all of these together."""
    for holds in PROPERTIES:
        holds(family, school, question)


@pytest.mark.slow
@settings(max_examples=2000)
@given(families(), SCHOOLS, QUESTIONS)
def test_every_property_holds_of_many(family: Family, school: SchoolWays, question: Question) -> None:
    for holds in PROPERTIES:
        holds(family, school, question)
