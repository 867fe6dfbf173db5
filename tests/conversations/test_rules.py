"""Each rule by example: a conversation one step from good is refused at the right place, and good ones pass."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from conversations.situations import (
    ALL_LEVELS,
    CONSTRUCTIVE,
    DAY,
    EVERY_FORM,
    MILA,
    NOON,
    OMAR,
    REVERSE,
    SARA,
    YEAR_START,
    about,
    anna,
    announced,
    born,
    conference,
    constructive,
    enrolment,
    every_rule,
    home_visit,
    interpreter,
    joined_by,
    lasting,
    note,
    omar,
    on_whatsapp,
    other_parent,
    raised_by,
    reverse,
    sara,
    start,
    student,
    talking_tree,
    without,
)
from conversations.test_rules_board import BROKEN

from domain.catalogue.models.words import Channel
from domain.catalogue.models.words import ParticipantRole as Role
from domain.conversations.agenda_facts import AgendaPoint
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Status
from domain.conversations.note_facts import NoteFacts
from domain.conversations.people_facts import Attendee, GuardianFacts
from domain.conversations.rules import agenda as on_agenda
from domain.conversations.rules import (
    briefing,
    buffer,
    channels,
    check_agenda_point,
    check_note,
    check_proposal,
    check_start,
    company,
    forms,
    grid,
    home_visits,
    interpreting,
    keywords,
    length,
    notes,
    parents,
    professionals,
    roles,
    season,
    twice,
    unkept,
    whatsapp,
)
from domain.conversations.rules import constructive as hard_talk
from domain.conversations.rules import enrolment as on_enrolment
from domain.kernel.rule import Finding, Rule
from domain.school.models.words import Level

WEEK = timedelta(weeks=1)
both = raised_by(joined_by(conference, omar), GuardianFacts(SARA, invited=True), other_parent(invited=True))
interpreted = replace(joined_by(conference, interpreter), interpreter_buffer_minutes=10)
with_guest = joined_by(conference, announced)
grandparent = Attendee(Role.OTHER_GUARDIAN, OMAR, legal_authority=False)
of_age = about(conference, level=Level.SECONDARY, born_on=born(18))
by_student = without(joined_by(replace(of_age, briefing="Wat je wilt"), student), Role.GUARDIAN)
running = replace(start, status=Status.RUNNING)


def guest(**changes: Any) -> ConversationFacts:
    return joined_by(conference, replace(announced, **changes))


def interpreted_by(**changes: Any) -> ConversationFacts:
    return replace(joined_by(conference, replace(interpreter, **changes)), interpreter_buffer_minutes=10)


def with_point(facts: ConversationFacts, brought_by: Role, status: Status = Status.PLANNED) -> ConversationFacts:
    return replace(
        facts, agenda=(AgendaPoint(Role.GUARDIAN, "Vrienden", Status.RUNNING), AgendaPoint(brought_by, "Lezen", status))
    )


PROPOSALS: list[tuple[Rule, str, ConversationFacts]] = [
    (grid.ENDS_BEFORE_START, "/ends_at", lasting(conference, 0)),
    (grid.ENDS_BEFORE_START, "/ends_at", lasting(reverse, -8)),
    (grid.OFF_THE_GRID, "/starts_at", replace(conference, starts_at=NOON + timedelta(minutes=2))),
    (grid.OFF_THE_GRID, "/starts_at", replace(conference, starts_at=NOON + timedelta(microseconds=1))),
    (grid.OFF_THE_GRID, "/ends_at", lasting(conference, 15.5)),
    (length.REVERSE_LENGTH, "/ends_at", lasting(reverse, 4)),
    (length.REVERSE_LENGTH, "/ends_at", lasting(reverse, 11)),
    (length.REVERSE_LENGTH, "/ends_at", lasting(replace(reverse, type=replace(REVERSE, max_minutes=20)), 15)),
    (length.LENGTH_OUTSIDE_FORM, "/ends_at", lasting(replace(reverse, type=replace(REVERSE, max_minutes=7)), 8)),
    (length.LENGTH_OUTSIDE_FORM, "/ends_at", lasting(start, 14)),
    (length.LENGTH_OUTSIDE_FORM, "/ends_at", lasting(start, 31)),
    (season.REVERSE_LATE, "/starts_at", replace(reverse, local_date=YEAR_START + 8 * WEEK)),
    (season.REVERSE_LATE, "/starts_at", about(replace(reverse, local_date=DAY + 8 * WEEK), arrived_on=DAY)),
    (buffer.BUFFER_SHORT, "/interpreter_buffer_minutes", replace(interpreted, interpreter_buffer_minutes=9)),
    (buffer.BUFFER_SHORT, "/interpreter_buffer_minutes", joined_by(constructive, interpreter)),
    (
        forms.LEVEL_OUTSIDE_FORM,
        "/student_id",
        replace(start, type=replace(start.type, levels=ALL_LEVELS - {"nursery"})),
    ),
    (forms.NURSERY_ONLY, "/student_id", about(talking_tree, level=Level.PRIMARY)),
    (
        forms.NURSERY_ONLY,
        "/student_id",
        about(replace(talking_tree, type=replace(talking_tree.type, levels=ALL_LEVELS)), level=Level.PRIMARY),
    ),
    (forms.HOST_MOMENT_MISSING, "/host_moment", replace(talking_tree, host_moment=None)),
    (
        forms.HOST_MOMENT_MISSING,
        "/host_moment",
        replace(talking_tree, type=replace(talking_tree.type, host_moments=frozenset({"care"}))),
    ),
    (channels.CHANNEL_OUTSIDE_FORM, "/channel", replace(start, channel=Channel.PHONE)),
    (channels.CHANNEL_OUTSIDE_FORM, "/channel", replace(reverse, type=replace(REVERSE, channels=frozenset({"phone"})))),
    (channels.REVERSE_CHANNEL, "/channel", replace(reverse, channel=Channel.OTHER_PLACE)),
    (
        channels.REVERSE_CHANNEL,
        "/channel",
        replace(reverse, channel=Channel.OTHER_PLACE, type=replace(REVERSE, channels=frozenset(Channel))),
    ),
    (roles.START_NEEDS_THREE, "/participants", without(start, Role.STUDENT)),
    (roles.START_NEEDS_THREE, "/participants", without(start, Role.GUARDIAN)),
    (roles.START_NEEDS_THREE, "/participants", without(start, Role.TEACHER)),
    (
        roles.START_NEEDS_THREE,
        "/participants",
        without(replace(start, type=replace(start.type, required_roles=frozenset())), Role.STUDENT),
    ),
    (
        roles.START_NEEDS_THREE,
        "/participants",
        about(without(start, Role.GUARDIAN), level=Level.SECONDARY, born_on=born(18)),
    ),
    (roles.ROLE_MISSING, "/participants", without(conference, Role.TEACHER)),
    (roles.ROLE_MISSING, "/participants", without(conference, Role.GUARDIAN)),
    (roles.ROLE_MISSING, "/participants", without(by_student, Role.STUDENT)),
    (roles.ROLE_MISSING, "/participants", about(by_student, born_on=born(18, days=1))),
    (roles.ROLE_MISSING, "/participants", about(by_student, born_on=None)),
    (roles.ROLE_MISSING, "/participants", about(by_student, agreed_to_parents_access=True)),
    (twice.TWICE, "/participants/2", joined_by(conference, sara)),
    (twice.TWICE, "/participants/5", joined_by(conference, replace(sara, place=5))),
    (professionals.REASON_MISSING, "/participants/2/reason", guest(reason=None)),
    (professionals.REASON_MISSING, "/participants/2/reason", guest(reason="  ")),
    (parents.PARENT_NOT_REACHED, "/participants", raised_by(conference, *conference.guardians, other_parent())),
    (parents.MAY_NOT_ATTEND, "/participants/2", joined_by(conference, replace(omar, may_attend=False))),
    (
        parents.MAY_NOT_ATTEND,
        "/participants/2",
        joined_by(conference, Attendee(Role.BRIDGE_WORKER, OMAR, may_attend=False)),
    ),
    (company.AGREEMENT_MISSING, "/participants/2", joined_by(conference, grandparent)),
    (
        company.AGREEMENT_MISSING,
        "/participants/2",
        joined_by(conference, replace(grandparent, legal_parents_agreed_on=DAY + timedelta(days=1))),
    ),
    (
        company.AGREEMENT_MISSING,
        "/participants/2",
        joined_by(conference, replace(grandparent, is_parent=True, right_to_information=False)),
    ),
    (company.STUDENT_DECIDES, "/participants/0", of_age),
    (
        on_enrolment.OTHER_PARENT_UNINFORMED,
        "/informed_otherwise",
        raised_by(enrolment, *enrolment.guardians, other_parent(invited=True)),
    ),
    (interpreting.INTERPRETER_IS_STUDENT, "/participants/2", interpreted_by(is_student=True)),
    (interpreting.INTERPRETER_IS_STUDENT, "/participants/2", interpreted_by(person_id=MILA)),
    (interpreting.INTERPRETER_IS_MINOR, "/participants/2", interpreted_by(born_on=born(18, days=1))),
    (interpreting.INTERPRETER_IS_RELATIVE, "/participants/2", interpreted_by(is_relative=True)),
    (
        interpreting.INTERPRETER_NOT_PROFESSIONAL,
        "/participants/2",
        replace(interpreted_by(is_professional=False), is_sensitive=True),
    ),
    (on_agenda.FAMILY_SETS_AGENDA, "/agenda/1", with_point(reverse, Role.TEACHER)),
    (on_agenda.FAMILY_SETS_AGENDA, "/agenda/1", with_point(reverse, Role.BRIDGE_WORKER)),
    (on_agenda.NO_AGENDA_BEFORE, "/agenda/1", with_point(start, Role.GUARDIAN)),
    (on_agenda.NO_AGENDA_BEFORE, "/agenda/1", with_point(running, Role.STUDENT, Status.PROPOSED)),
    (on_agenda.PROPOSER_ABSENT, "/agenda/1", with_point(running, Role.HEAD, Status.RUNNING)),
    (briefing.BRIEFING_MISSING, "/briefing", replace(start, briefing=None)),
    (briefing.BRIEFING_MISSING, "/briefing", joined_by(conference, student)),
    (briefing.BRIEFING_MISSING, "/briefing", replace(joined_by(conference, student), briefing=" \n")),
    (hard_talk.NOT_IN_ROUND, "/starts_at", replace(constructive, in_round=True)),
    (hard_talk.GOAL_MISSING, "/goal", replace(constructive, goal=None)),
    (hard_talk.GOAL_MISSING, "/goal", replace(constructive, goal=" ")),
    (on_enrolment.PAPERS_APART, "/includes_papers", replace(enrolment, includes_papers=True)),
    (whatsapp.WHATSAPP_NOT_CHOSEN, "/channel", raised_by(on_whatsapp, GuardianFacts(SARA, invited=True))),
    (
        whatsapp.WHATSAPP_NOT_CHOSEN,
        "/channel",
        raised_by(on_whatsapp, GuardianFacts(SARA, invited=True), other_parent(invited=True, chose_whatsapp=True)),
    ),
    (
        whatsapp.WHATSAPP_ONE_TO_ONE,
        "/participants",
        raised_by(
            joined_by(on_whatsapp, omar), *on_whatsapp.guardians, other_parent(invited=True, chose_whatsapp=True)
        ),
    ),
    (whatsapp.WHATSAPP_ONE_TO_ONE, "/participants", joined_by(on_whatsapp, Attendee(Role.TEACHER))),
    (home_visits.HOME_VISIT_CONSENT, "/home_visit_consent", replace(home_visit, home_visit_consent=False)),
    (home_visits.HOME_VISIT_CONSENT, "/home_visit_consent", replace(talking_tree, channel=Channel.HOME_VISIT)),
    (
        home_visits.HOME_VISIT_VISITORS,
        "/participants",
        joined_by(home_visit, Attendee(Role.BRIDGE_WORKER), Attendee(Role.TEACHER)),
    ),
    (
        home_visits.HOME_VISIT_VISITORS,
        "/participants",
        joined_by(replace(home_visit, channel=Channel.OTHER_PLACE), Attendee(Role.TEACHER), Attendee(Role.TEACHER)),
    ),
    (home_visits.HOME_VISIT_PROBLEM, "/is_sensitive", replace(home_visit, is_sensitive=True)),
]
AT_START: list[tuple[Rule, str, ConversationFacts]] = [
    (professionals.NOT_ANNOUNCED, "/participants/2", guest(announced_at=None)),
    (professionals.NOT_ANNOUNCED, "/participants/2", guest(announced_at=NOON)),
    (professionals.NOT_ANNOUNCED, "/participants/2", guest(announced_at=None, acknowledged_at=None)),
    (professionals.NOT_ACKNOWLEDGED, "/participants/2", guest(acknowledged_at=None)),
    (hard_talk.STRENGTHS_MISSING, "/strengths", replace(constructive, strengths=("zingt",))),
    (hard_talk.STRENGTHS_MISSING, "/strengths", replace(constructive, strengths=("zingt", " Zingt", " "))),
]
NOTES: list[tuple[Rule, str, NoteFacts]] = [
    (notes.NOTE_TOO_LONG, "/text", replace(note, text="a" * 2001)),
    (keywords.KEYWORD_TOO_LONG, "/keywords/1", replace(note, keywords=("lezen", "a" * 61))),
    (notes.PURPOSE_MISSING, "/purpose", replace(note, purpose=None)),
    (notes.PURPOSE_MISSING, "/purpose", replace(note, purpose="\t")),
    (notes.END_MISSING, "/ends_on", replace(note, ends_on=None)),
    (notes.END_MISSING, "/ends_on", replace(note, ends_on=note.written_on)),
    (notes.READERS_MISSING, "/visibility", replace(note, visibility=None)),
    (unkept.GUIDANCE_CENTRE_APART, "", replace(note, written_by=Role.PUPIL_GUIDANCE_CENTRE)),
    (unkept.GUIDANCE_CENTRE_APART, "", replace(note, for_guidance_centre=True)),
    (keywords.SPECIAL_CATEGORY, "/keywords/1", replace(note, keywords=("lezen", "Santé"))),
    (keywords.SPECIAL_CATEGORY, "/keywords/0", replace(note, keywords=("etnische afkomst", "lezen"))),
    (keywords.SPECIAL_CATEGORY, "/keywords/0", replace(note, keywords=("diagnose-ADHD",))),
    (keywords.HOW_PEOPLE_LIVE, "/keywords/0", replace(note, channel=Channel.HOME_VISIT, keywords=("Hygiène",))),
    (keywords.HOW_PEOPLE_LIVE, "/keywords/0", replace(note, type_key="home-visit", keywords=("de woning",))),
    (unkept.WHATSAPP_LEAVES_NOTHING, "", replace(note, channel=Channel.WHATSAPP)),
]

FINE_AT_START: dict[str, ConversationFacts] = {
    "a talk on the shortest minute": lasting(reverse, 5),
    "a talk on the longest minute": lasting(reverse, 10),
    "a start conversation of 15 minutes": lasting(start, 15),
    "a start conversation of 30 minutes": lasting(start, 30),
    "the last day of week 8": replace(reverse, local_date=YEAR_START + 8 * WEEK - timedelta(days=1)),
    "week 8 since a later arrival": about(
        replace(reverse, local_date=DAY + 8 * WEEK - timedelta(days=1)), arrived_on=DAY
    ),
    "no known beginning of the year": replace(reverse, local_date=DAY + 30 * WEEK, school_year_starts_on=None),
    "another form in spring": replace(conference, local_date=DAY + 30 * WEEK),
    "an interpreter with 10 minutes more": interpreted,
    "an interpreter with what the form asks": replace(
        joined_by(constructive, interpreter), interpreter_buffer_minutes=25
    ),
    "an interpreter of 18 today": interpreted_by(born_on=born(18)),
    "a professional for a hard subject": replace(interpreted, is_sensitive=True),
    "an untrained interpreter for an easy one": interpreted_by(is_professional=False),
    "both parents together": both,
    "the other parent alone as the parent": raised_by(without(both, Role.GUARDIAN), *both.guardians),
    "a parent without a right to information": raised_by(
        conference, *conference.guardians, other_parent(right_to_information=False)
    ),
    "a parent with information but no authority": joined_by(conference, replace(grandparent, is_parent=True)),
    "a grandparent after agreement": joined_by(conference, replace(grandparent, legal_parents_agreed_on=DAY)),
    "a student of 17": about(conference, level=Level.SECONDARY, born_on=born(18, days=1)),
    "a student of age who lets parents in": about(of_age, agreed_to_parents_access=True),
    "a student of age without parents": by_student,
    "parents of a student of age are not invited": raised_by(by_student, GuardianFacts(SARA)),
    "an announced professional": with_guest,
    "a teacher in the place of the head": joined_by(without(enrolment, Role.HEAD), anna),
    "an enrolment of which the other parent hears": replace(
        raised_by(enrolment, *enrolment.guardians, other_parent(invited=True)), other_parent_informed=True
    ),
    "an enrolment with both parents": raised_by(
        joined_by(enrolment, omar), *enrolment.guardians, other_parent(invited=True)
    ),
    "papers at another talk": replace(conference, includes_papers=True),
    "two people without a record": joined_by(conference, Attendee(Role.TEACHER), Attendee(Role.TEACHER)),
    "two visitors and an interpreter": replace(
        joined_by(home_visit, Attendee(Role.BRIDGE_WORKER), interpreter), interpreter_buffer_minutes=10
    ),
    "a library in the place of the home": replace(home_visit, channel=Channel.OTHER_PLACE, home_visit_consent=False),
    "whatsapp with the child beside": replace(joined_by(on_whatsapp, student), briefing="Vertel wat je wilt."),
    "another talk in a round": replace(conference, in_round=True),
    "a goal before the strengths are known": constructive,
    "subjects of the family": with_point(reverse, Role.STUDENT),
    "subjects of the teacher elsewhere": with_point(conference, Role.TEACHER),
    "subjects during a start conversation": with_point(running, Role.TEACHER, Status.RUNNING),
}
FINE_NOTES: dict[str, NoteFacts] = {
    "the longest": replace(note, text="a" * 2000, keywords=("a" * 60,)),
    "gone tomorrow": replace(note, ends_on=note.written_on + timedelta(days=1)),
    "a word that only looks like a name": replace(note, keywords=("originele ideeën", "rasp", "geloof in zichzelf")),
    "a word on housing elsewhere": replace(note, keywords=("woning",)),
}


def seen(findings: list[Finding]) -> list[tuple[Rule, str]]:
    return [(found.rule, found.pointer) for found in findings]


def named(case: object) -> str | None:
    return case.code if isinstance(case, Rule) else None


@pytest.mark.parametrize("facts", EVERY_FORM, ids=lambda facts: facts.type.key)
def test_every_form_can_be_held_by_its_rules(facts: ConversationFacts) -> None:
    assert seen(check_proposal(facts)) == seen(check_start(facts)) == []


@pytest.mark.parametrize(("rule", "pointer", "facts"), PROPOSALS, ids=named)
def test_a_broken_rule_is_the_only_finding_and_points_at_its_place(
    rule: Rule, pointer: str, facts: ConversationFacts
) -> None:
    assert seen(check_proposal(facts)) == seen(check_start(facts)) == [(rule, pointer)]


@pytest.mark.parametrize(("rule", "pointer", "facts"), AT_START, ids=named)
def test_some_things_need_to_be_ready_only_at_the_start(rule: Rule, pointer: str, facts: ConversationFacts) -> None:
    assert seen(check_proposal(facts)) == []
    assert seen(check_start(facts)) == [(rule, pointer)]


@pytest.mark.parametrize(("rule", "pointer", "facts"), NOTES, ids=named)
def test_a_note_that_may_not_be_kept_says_why(rule: Rule, pointer: str, facts: NoteFacts) -> None:
    assert seen(check_note(facts)) == [(rule, pointer)]


@pytest.mark.parametrize("facts", FINE_AT_START.values(), ids=FINE_AT_START)
def test_what_lies_just_inside_the_rules_is_fine(facts: ConversationFacts) -> None:
    assert seen(check_start(facts)) == []


@pytest.mark.parametrize("facts", FINE_NOTES.values(), ids=FINE_NOTES)
def test_a_note_just_inside_the_rules_is_fine(facts: NoteFacts) -> None:
    assert seen(check_note(facts)) == []


def test_every_rule_can_break() -> None:
    broken = {rule.code for rule, *_ in (*PROPOSALS, *AT_START, *NOTES, *BROKEN)}
    assert broken == {rule.code for rule in every_rule()}


def test_every_finding_reads_well_in_each_language() -> None:
    found = [found for *_, facts in (*PROPOSALS, *AT_START) for found in check_start(facts)]
    found += [found for *_, facts in NOTES for found in check_note(facts)]
    assert all(words and "{" not in words for one in found for words in one.record()["detail"].values())


def test_a_missing_role_is_named() -> None:
    (found,) = check_proposal(without(conference, Role.TEACHER))
    assert "`teacher`" in found.record()["detail"]["nl"]


def test_a_constructive_talk_names_all_that_is_wrong_at_once() -> None:
    facts = lasting(replace(constructive, goal=None, in_round=True, strengths=(), type=CONSTRUCTIVE), 90)
    assert [found.rule.number for found in check_start(facts)] == ["R39", "R31", "R31", "R31"]


def test_the_agenda_of_a_start_conversation_opens_when_it_starts() -> None:
    point = AgendaPoint(Role.STUDENT, "Samen spelen", Status.RUNNING)
    for status in Status:
        found = seen(check_agenda_point(replace(start, status=status), point))
        assert found == ([] if status is Status.RUNNING else [(on_agenda.NO_AGENDA_BEFORE, "")])


def test_a_point_is_judged_by_who_brings_it() -> None:
    brought_by = [Role.TEACHER, Role.HEAD, Role.GUARDIAN, Role.OTHER_GUARDIAN, Role.STUDENT]
    points = [AgendaPoint(role, "Lezen") for role in brought_by]
    assert [seen(check_agenda_point(reverse, one)) for one in points] == [[(on_agenda.FAMILY_SETS_AGENDA, "")]] * 2 + [
        []
    ] * 3
    assert [len(check_agenda_point(running, one)) for one in points] == [0, 1, 0, 1, 0]
    assert [check_agenda_point(conference, one) for one in points] == [[]] * 5
