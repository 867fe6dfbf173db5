"""What the rules need to know beside the conversation itself, fetched in one statement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, Uuid, bindparam, false, func, literal_column, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col

from domain.catalogue.models import MeetingType
from domain.conversations.models.background import AskedForm, Background, SchoolYear
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.guarding import GUARDING, MEETING_TYPE
from domain.families.models.enrollments import Enrollment
from domain.families.models.guardianships import Guardianship
from domain.families.models.students import Student
from domain.families.queries import sees_student
from domain.kernel.asking import ASKING, asked_by
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, Reading, looked_up
from domain.kernel.session import SchoolSession
from domain.school.models.interpreters import Interpreter
from domain.school.models.schools import School
from domain.school.models.years import AcademicSession, AcademicSessionKind

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
        "guardians": lambda reading: GUARDING.nested(
            reading,
            (col(Guardianship.school_id) == col(Student.school_id)) & (col(Guardianship.student_id) == col(Student.id)),
        ),
        "school_years": lambda reading: _YEARS.nested(
            reading, col(AcademicSession.kind) == AcademicSessionKind.SCHOOL_YEAR
        ),
        "forms": lambda reading: _FORM.nested(reading, col(MeetingType.key) == MEETING_TYPE),
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
