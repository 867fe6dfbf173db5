"""The talks of a round as timetables have them: who may not read whom one is with, gets its time and nothing else."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, and_, case, func, literal_column, null, or_, select, true
from sqlalchemy.dialects.postgresql import JSON, JSONB
from sqlmodel import col

from domain.conferences.models.bookings import Booking
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.models.timetables.facts import PersonFacts, StudentFacts, TalkFacts
from domain.conferences.queries.bookings import late_minutes
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.conversations import PARTICIPANTS
from domain.conversations.queries.visibility import (
    of_conversation,
    reads_as_team,
    sees_conversation,
    works_in,
)
from domain.families.models import Enrollment, Student
from domain.families.queries import not_ended, reads_as_school
from domain.kernel.principal import Viewer
from domain.kernel.read import Computed, Document, Reading, once
from domain.school.models import SchoolClass

_NOTHING = literal_column("'[]'::json", JSON)
_NO_TOPICS = literal_column("'[]'::jsonb", JSONB)


def _column(column: Any) -> Computed:
    return lambda _: column


def _named(name: str) -> Computed:
    """Of somebody of an organisation there is no name but that of the organisation."""
    known = PARTICIPANTS.computed[name]
    return lambda reading: func.coalesce(known(reading), col(Participant.organisation) if name == "given_name" else "")


_PEOPLE = Document(
    PersonFacts,
    Participant,
    beside=PARTICIPANTS.beside,
    computed={
        "person_id": lambda _: func.coalesce(
            *(getattr(Participant, f"{who}_id") for who in ("staff", "guardian", "student", "interpreter"))
        ),
        "given_name": _named("given_name"),
        "family_name": _named("family_name"),
    },
)


def _school_class(_: Reading) -> ColumnElement[Any]:
    here = and_(col(SchoolClass.school_id) == col(Enrollment.school_id), col(SchoolClass.id) == Enrollment.class_id)
    titles = select(func.string_agg(col(SchoolClass.title), literal_column("', '"))).join(Enrollment, here)
    mine = and_(col(Enrollment.school_id) == Student.school_id, col(Enrollment.student_id) == Student.id)
    return (
        titles.where(mine, not_ended(col(Enrollment.ended_on)))
        .correlate_except(SchoolClass, Enrollment)
        .scalar_subquery()
    )


_STUDENTS = Document(StudentFacts, Student, computed={"school_class": _school_class})


def _students(reading: Reading) -> ColumnElement[Any]:
    party = and_(
        col(RequestParty.school_id) == col(Booking.school_id),
        col(RequestParty.request_id) == col(Booking.request_id),
        col(RequestParty.student_id) == col(Student.id),
    )
    asked = select(1).select_from(RequestParty).where(party).correlate_except(RequestParty).exists()
    same_school = col(Student.school_id) == col(Booking.school_id)
    return _STUDENTS.nested(reading, same_school & asked, col(Student.given_name), col(Student.id))


def reads_talk_as_school(viewer: Viewer) -> ColumnElement[bool]:
    """Office, the child's teachers and who holds the talk; a parent of the child reads as a parent (R17)."""
    here = col(Conversation.id)
    of_school = or_(reads_as_school(viewer, col(Conversation.student_id)), works_in(viewer, here))
    return reads_as_team(viewer, here) & of_school


def _if_named(made: Computed, otherwise: Any = _NOTHING) -> Computed:
    return lambda reading: case((once("is_named", Boolean), made(reading)), else_=otherwise)


_TALK: dict[str, Computed] = {
    **{
        name: _column(getattr(Conversation, name))
        for name in ("version", "updated_at", "starts_at", "ends_at", "status", "channel", "room_id")
    },
    "late_minutes": lambda _: late_minutes(),
    "is_named": lambda _: once("is_named", Boolean),
    "students": _if_named(_students),
    "people": _if_named(lambda reading: _PEOPLE.nested(reading, of_conversation(Participant), col(Participant.id))),
    "topics": _if_named(_column(TalkRequest.topics), _NO_TOPICS),
    "interpreter_language": _if_named(_column(TalkRequest.interpreter_language), null()),
}

_AROUND: dict[type[Any] | Any, ColumnElement[bool]] = {
    Conversation: and_(
        col(Conversation.school_id) == col(Booking.school_id), col(Conversation.id) == col(Booking.conversation_id)
    ),
    TalkRequest: and_(
        col(TalkRequest.school_id) == col(Booking.school_id), col(TalkRequest.id) == col(Booking.request_id)
    ),
}

STAFF_TALKS = Document(
    TalkFacts,
    Booking,
    beside=_AROUND,
    once={"is_named": lambda reading: reads_talk_as_school(reading.viewer)},
    computed=_TALK,
)
FAMILY_TALKS = Document(
    TalkFacts,
    Booking,
    visible=sees_conversation,
    beside=_AROUND,
    once={"is_named": lambda _: true()},
    computed=_TALK,
)
