"""School years and their parts."""

from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import WORD, Row, RowRead
from domain.kernel.text import Line
from domain.school.models.identifiers import SourcedId
from domain.school.models.interval import Interval


class AcademicSessionKind(StrEnum):
    """OneRoster's session types that schools here use."""

    SCHOOL_YEAR = "school_year"
    TERM = "term"
    SEMESTER = "semester"
    GRADING_PERIOD = "grading_period"


class AcademicSessionFields(Interval):
    """A school year or a part of one."""

    title: Line = Field(schema_extra={"examples": ["2026-2027"]})
    kind: AcademicSessionKind = Field(AcademicSessionKind.SCHOOL_YEAR, sa_type=WORD)


class AcademicSession(Row, AcademicSessionFields, table=True):
    __tablename__ = "academic_sessions"
    __table_args__ = (Index(None, "school_id", "sourced_id", unique=True),)

    sourced_id: SourcedId = None


class AcademicSessionRead(RowRead, AcademicSessionFields):
    """A school year or a part of one, as it goes out."""

    sourced_id: SourcedId = None
