"""Classes."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line
from domain.school.models.class_staff import ClassStaffRead
from domain.school.models.identifiers import SourcedId
from domain.school.models.words import Level


class SchoolClassFields(Fields):
    """A class of a school year."""

    title: Line = Field(schema_extra={"examples": ["3B"]})
    level: Level = Field(sa_type=WORD)
    grade: Line | None = Field(None, description="As the school calls it, such as `L3`.")
    academic_session_id: UUID | None = reference("academic_sessions", default=None)


class SchoolClass(Row, SchoolClassFields, table=True):
    __tablename__ = "classes"
    __table_args__ = (Index(None, "school_id", "title"), Index(None, "school_id", "sourced_id", unique=True))

    sourced_id: SourcedId = None
    ended_on: date | None = None


class SchoolClassRead(RowRead, SchoolClassFields):
    """A class as it goes out."""

    sourced_id: SourcedId = None
    ended_on: date | None = None
    staff: list[ClassStaffRead]
