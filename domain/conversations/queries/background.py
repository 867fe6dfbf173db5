"""What the rules need to know beside the conversation itself, fetched in one statement."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    DateTime,
    String,
    Uuid,
    bindparam,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel, col

from domain.catalogue.models import MeetingType
from domain.conversations.facts import Status
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.locked import ASKING, asked_by
from domain.families.models.enrollments import Enrollment
from domain.families.models.guardianships import Guardianship, Relationship
from domain.families.models.restrictions import Restriction, RestrictionKind
from domain.families.models.students import Student
from domain.families.queries import sees_student
from domain.kernel.principal import Viewer, today
from domain.kernel.read import Document, Reading, another, looked_up, there_is
from domain.kernel.session import SchoolSession
from domain.school.models.interpreters import Interpreter
from domain.school.models.interval import Interval
from domain.school.models.schools import School
from domain.school.models.words import Level
from domain.school.models.years import AcademicSession, AcademicSessionKind

SAME_OCCASION = timedelta(days=60)
"""Two conversations of one kind within this time serve one purpose: each parent may have their own (R17)."""


_FROM, _TO = bindparam("from_at", type_=DateTime(timezone=True)), bindparam("to_at", type_=DateTime(timezone=True))
_MEETING_TYPE, _THIS = bindparam("meeting_type", type_=String), bindparam("conversation_id", type_=Uuid)


class Limit(Interval):
    """A restriction of a guardian towards the student."""

    kind: RestrictionKind


class Guarding(SQLModel):
    """A guardian of the student."""

    guardian_id: UUID
    relationship: Relationship
    legal_authority: bool
    right_to_information: bool
    legal_parents_agreed_on: date | None
    has_own_conversation: bool
    restrictions: list[Limit]

    def is_kept_away(self, on: date, *kinds: RestrictionKind) -> bool:
        """A restriction of one of these kinds holds on this day."""
        return any(limit.kind in kinds and limit.starts_on <= on < limit.ends_on for limit in self.restrictions)


class SchoolYear(Interval):
    """A school year."""

    id: UUID


class AskedForm(SQLModel):
    """What the catalogue asks of this form of conversation, as it stands there."""

    key: str
    levels: list[str]
    min_minutes: int
    max_minutes: int
    interpreter_buffer_minutes: int
    channels: list[dict[str, Any]]
    participants: list[dict[str, Any]]
    agenda_set_by: str
    host_moments: list[str]
    season: dict[str, Any]


class Background(SQLModel):
    """The student, those who raise them, and the school's years."""

    id: UUID
    level: Level
    born_on: date | None
    arrived_on: date | None
    is_visible: bool
    time_zone: str
    guardians: list[Guarding]
    school_years: list[SchoolYear]
    lay_interpreters: list[UUID]
    forms: list[AskedForm] = Field(description="The one that was named, when there is one of that name.")

    def local_date(self, moment: datetime) -> date:
        """The day as people at the school have it."""
        return moment.astimezone(ZoneInfo(self.time_zone)).date()

    def school_year(self, on: date) -> SchoolYear | None:
        """The school year in which this day falls."""
        return next((year for year in self.school_years if year.starts_on <= on < year.ends_on), None)

    def guarding(self, guardian_id: UUID | None) -> Guarding | None:
        """This guardian, when they are one of the student's."""
        return next((one for one in self.guardians if one.guardian_id == guardian_id), None)


def _has_own_conversation(_: Reading) -> ColumnElement[bool]:
    other, theirs = another(Conversation), another(Participant)
    with_them = (
        theirs.c.school_id == other.c.school_id,
        theirs.c.conversation_id == other.c.id,
        theirs.c.guardian_id == col(Guardianship.guardian_id),
    )
    return there_is(
        other,
        other.c.school_id == col(Guardianship.school_id),
        other.c.student_id == col(Guardianship.student_id),
        other.c.meeting_type == _MEETING_TYPE,
        other.c.id != _THIS,
        other.c.status.not_in([literal(gone) for gone in (Status.CANCELLED, Status.NO_SHOW)]),
        other.c.starts_at.between(_FROM - SAME_OCCASION, _TO + SAME_OCCASION),
        there_is(theirs, *with_them),
    )


_LIMITS = Document(Limit, Restriction)
_GUARDING = Document(
    Guarding,
    Guardianship,
    visible=lambda _: or_(col(Guardianship.ended_on).is_(None), col(Guardianship.ended_on) > today),
    computed={
        "has_own_conversation": _has_own_conversation,
        "restrictions": lambda reading: _LIMITS.nested(
            reading,
            (col(Restriction.school_id) == col(Guardianship.school_id))
            & (col(Restriction.student_id) == col(Guardianship.student_id))
            & (col(Restriction.guardian_id) == col(Guardianship.guardian_id)),
        ),
    },
)
_YEARS = Document(SchoolYear, AcademicSession)
_FORM = Document(AskedForm, MeetingType)


def _arrived_on() -> ColumnElement[Any]:
    here = (col(Enrollment.school_id) == col(Student.school_id), col(Enrollment.student_id) == col(Student.id))
    return select(func.min(Enrollment.starts_on)).where(*here).correlate_except(Enrollment).scalar_subquery()


def _lay_interpreters(viewer: Viewer) -> ColumnElement[Any]:
    named = func.any(bindparam("interpreters", type_=ARRAY(Uuid)))
    lay = (
        col(Interpreter.school_id) == viewer.school_id,
        col(Interpreter.id) == named,
        ~col(Interpreter.is_professional),
    )
    listed = func.coalesce(func.json_agg(Interpreter.id), literal_column("'[]'::json"))
    return select(listed).where(*lay).correlate_except(Interpreter).scalar_subquery()


_BACKGROUND = Document(
    Background,
    Student,
    computed={
        "is_visible": lambda reading: func.coalesce(sees_student(reading.viewer, col(Student.id)), false()),
        "arrived_on": lambda _: _arrived_on(),
        "time_zone": lambda _: looked_up(School.time_zone, col(School.school_id) == col(Student.school_id)),
        "guardians": lambda reading: _GUARDING.nested(
            reading,
            (col(Guardianship.school_id) == col(Student.school_id)) & (col(Guardianship.student_id) == col(Student.id)),
        ),
        "school_years": lambda reading: _YEARS.nested(
            reading, col(AcademicSession.kind) == AcademicSessionKind.SCHOOL_YEAR
        ),
        "forms": lambda reading: _FORM.nested(reading, col(MeetingType.key) == _MEETING_TYPE),
        "lay_interpreters": lambda reading: _lay_interpreters(reading.viewer),
    },
)


_ROWS, _DOCUMENT = _BACKGROUND.rows(Reading(ASKING, None), col(Student.id) == bindparam("student_id", type_=Uuid))
_STATEMENT = _ROWS.add_columns(sql_cast(_DOCUMENT, String))


async def find_background(
    session: SchoolSession, conversation: Conversation, participants: Sequence[Participant], times: Sequence[datetime]
) -> Background | None:
    """The background of this conversation at these times, or None when the school has no such student."""
    body = await session.scalar(
        _STATEMENT,
        {
            **asked_by(session.principal),
            "student_id": conversation.student_id,
            "conversation_id": conversation.id,
            "meeting_type": conversation.meeting_type,
            "from_at": min(times),
            "to_at": max(times),
            "interpreters": [one.interpreter_id for one in participants if one.interpreter_id],
        },
    )
    return Background.model_validate_json(body) if body else None
