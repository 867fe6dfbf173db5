"""Students."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.families.models.enrollments import EnrollmentRead
from domain.families.models.guardianships import GuardianshipRead
from domain.kernel.row import WORD, Fields, Row, RowRead
from domain.kernel.text import Line
from domain.school.models.identifiers import ExternalIds, SourcedId
from domain.school.models.words import Level


class StudentFields(Fields):
    """A student."""

    given_name: Line
    family_name: Line
    preferred_name: Line | None = Field(None, description="How the student likes to be called.")
    level: Level = Field(sa_type=WORD)
    born_on: date | None = Field(None, description="Needed to know when a student is of age (R19).")
    external_ids: ExternalIds = Field(default=[], sa_type=JSONB, max_length=20)


class Student(Row, StudentFields, table=True):
    __tablename__ = "students"
    __table_args__ = (
        Index(None, "school_id", "family_name", "id"),
        Index(None, "school_id", "sourced_id", unique=True),
    )

    sourced_id: SourcedId = None
    ended_on: date | None = None


class StudentRead(RowRead, StudentFields):
    """A student as it goes out; a guardian finds only themselves among the guardians."""

    sourced_id: SourcedId = None
    ended_on: date | None = None
    classes: list[EnrollmentRead]
    guardians: list[GuardianshipRead]
