"""Where people live together."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from domain.kernel.row import Fields, Row, RowRead, reference
from domain.kernel.text import Line


class HouseholdFields(Fields):
    """People who live together. A student may belong to two."""

    label: Line = Field(description="For the school office, such as `Family Peeters, mother`.")
    guardian_ids: list[UUID] = Field(default=[], max_length=10)
    student_ids: list[UUID] = Field(default=[], max_length=20)


class Household(Row, table=True):
    __tablename__ = "households"

    label: Line


class HouseholdMember(Row, table=True):
    __tablename__ = "household_members"
    __table_args__ = (
        CheckConstraint("num_nonnulls(guardian_id, student_id) = 1", name="one_person"),
        Index("household_members_guardian", "school_id", "household_id", "guardian_id", unique=True),
        Index("household_members_student", "school_id", "household_id", "student_id", unique=True),
        Index(None, "school_id", "student_id"),
        Index(None, "school_id", "guardian_id"),
    )

    household_id: UUID = reference("households", cascade=True)
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None)
    student_id: UUID | None = reference("students", cascade=True, default=None)


class HouseholdRead(RowRead, HouseholdFields):
    """A household as it goes out."""
