"""Conversations that follow every rule, one of each form: tests change one thing and look what is found."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from uuid import uuid4

from domain.catalogue.models.words import Channel, HostMoment, ParticipantRole
from domain.conversations import rules
from domain.conversations.conversation_facts import ConversationFacts
from domain.conversations.facts import Form, TypeFacts
from domain.conversations.note_facts import NoteFacts
from domain.conversations.people_facts import Attendee, GuardianFacts, StudentFacts
from domain.kernel.rule import Rule
from domain.school.models.words import Level

Role = ParticipantRole

NOON = datetime(2026, 9, 15, 12, 0, tzinfo=UTC)
DAY = NOON.date()
YEAR_START = date(2026, 9, 1)
MILA, SARA, OMAR, ANNA = (uuid4() for _ in range(4))
ALL_LEVELS = frozenset(Level)


def asks(key: str, least: int, most: int, roles: set[str], channels: set[str], **more: Any) -> TypeFacts:
    facts: dict[str, Any] = {"levels": ALL_LEVELS, "interpreter_buffer_minutes": 10, "agenda_set_by": "shared"}
    facts |= {"channels": frozenset(channels), "required_roles": frozenset(roles)} | more
    return TypeFacts(key, min_minutes=least, max_minutes=most, **facts)


PARENT_AND_TEACHER = {"guardian", "teacher"}
START = asks(Form.START_CONVERSATION, 15, 30, PARENT_AND_TEACHER | {"student"}, {"in_person", "video"})
REVERSE = asks(Form.REVERSE_CONVERSATION, 5, 10, PARENT_AND_TEACHER, {"in_person", "phone", "video", "whatsapp"})
CONSTRUCTIVE = asks(
    Form.CONSTRUCTIVE_CONVERSATION, 30, 60, PARENT_AND_TEACHER, {"in_person", "phone"}, interpreter_buffer_minutes=25
)
ENROLMENT = asks(Form.ENROLMENT_CONVERSATION, 30, 60, {"guardian", "head"}, {"in_person", "video", "phone"})
HOME_VISIT = asks(Form.HOME_VISIT, 30, 60, PARENT_AND_TEACHER, {"home_visit", "other_place"})
CONFERENCE = asks("parent-teacher-conference", 10, 20, PARENT_AND_TEACHER, {"in_person", "phone", "video"})
TALKING_TREE = asks(
    Form.TALKING_TREE,
    15,
    30,
    PARENT_AND_TEACHER,
    {"in_person", "home_visit"},
    levels=frozenset({"nursery"}),
    host_moments=frozenset(HostMoment),
)

student = Attendee(Role.STUDENT, MILA)
sara = Attendee(Role.GUARDIAN, SARA)
omar = Attendee(Role.OTHER_GUARDIAN, OMAR)
anna = Attendee(Role.TEACHER, ANNA)
interpreter = Attendee(Role.INTERPRETER)
announced = Attendee(
    Role.PUPIL_GUIDANCE_CENTRE,
    reason="Nadenken over naar school komen",
    announced_at=NOON - timedelta(days=5),
    acknowledged_at=NOON - timedelta(days=4),
)


def talk(form: TypeFacts, minutes: float, *attendees: Attendee, **more: Any) -> ConversationFacts:
    facts: dict[str, Any] = {
        "student": StudentFacts(MILA, Level.NURSERY),
        "starts_at": NOON,
        "ends_at": NOON + timedelta(minutes=minutes),
        "local_date": DAY,
        "channel": Channel.IN_PERSON,
        "guardians": (GuardianFacts(SARA, invited=True),),
        "school_year_starts_on": YEAR_START,
    }
    return ConversationFacts(form, attendees=attendees, **(facts | more))


start = talk(START, 20, student, sara, anna, briefing="We zoeken samen hoe dit jaar een goed jaar wordt.")
reverse = talk(REVERSE, 8, sara, anna)
constructive = talk(
    CONSTRUCTIVE, 45, sara, anna, goal="Elke dag op tijd op school.", strengths=("helpt graag", "zingt")
)
enrolment = talk(ENROLMENT, 45, sara, Attendee(Role.HEAD))
home_visit = talk(HOME_VISIT, 45, sara, anna, channel=Channel.HOME_VISIT, home_visit_consent=True)
conference = talk(CONFERENCE, 15, sara, anna)
talking_tree = talk(TALKING_TREE, 20, sara, anna, host_moment=HostMoment.CONFERENCE)
on_whatsapp = replace(
    reverse, channel=Channel.WHATSAPP, guardians=(GuardianFacts(SARA, invited=True, chose_whatsapp=True),)
)
EVERY_FORM = (start, reverse, constructive, enrolment, home_visit, conference, talking_tree, on_whatsapp)

note = NoteFacts(
    CONFERENCE.key,
    Channel.IN_PERSON,
    DAY,
    "Elke avond tien minuten samen lezen.",
    keywords=("lezen",),
    purpose="Opvolging van het lezen",
    ends_on=DAY + timedelta(days=200),
    visibility="author",
)


def lasting(facts: ConversationFacts, minutes: float) -> ConversationFacts:
    return replace(facts, ends_at=facts.starts_at + timedelta(minutes=minutes))


def joined_by(facts: ConversationFacts, *more: Attendee) -> ConversationFacts:
    return replace(facts, attendees=facts.attendees + more)


def without(facts: ConversationFacts, *roles: ParticipantRole) -> ConversationFacts:
    return replace(facts, attendees=tuple(one for one in facts.attendees if one.role not in roles))


def about(facts: ConversationFacts, **changes: Any) -> ConversationFacts:
    return replace(facts, student=replace(facts.student, **changes))


def raised_by(facts: ConversationFacts, *guardians: GuardianFacts) -> ConversationFacts:
    return replace(facts, guardians=guardians)


def other_parent(**changes: Any) -> GuardianFacts:
    return GuardianFacts(OMAR, **changes)


def born(years_before: int, days: int = 0) -> date:
    """A day of birth so many years before the day of the conversation."""
    return DAY.replace(year=DAY.year - years_before) + timedelta(days=days)


def every_rule() -> list[Rule]:
    """All rules of the package, found in its modules."""
    modules = [import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__)]
    values = [value for module in modules for value in vars(module).values()]
    return list({value.code: value for value in values if isinstance(value, Rule)}.values())
