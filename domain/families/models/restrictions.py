"""What a guardian may not, towards a student."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import WORD, Row, RowRead, reference
from domain.kernel.text import Line
from domain.school.models.interval import Interval


class RestrictionKind(StrEnum):
    """What somebody may not, by a decision that the school has seen."""

    NO_CONTACT = "no_contact"
    NO_INFORMATION = "no_information"
    NO_ATTENDANCE = "no_attendance"


class RestrictionFields(Interval):
    """A dated restriction on one guardian towards one student. It wins over every plan and household."""

    student_id: UUID = reference("students", cascade=True)
    guardian_id: UUID = reference("guardians", cascade=True)
    kind: RestrictionKind = Field(sa_type=WORD)
    basis: Line = Field(description="Which document the school has seen, and when; not what stands in it.")


class Restriction(Row, RestrictionFields, table=True):
    __tablename__ = "restrictions"
    __table_args__ = (Index(None, "school_id", "guardian_id", "student_id"),)


class RestrictionRead(RowRead, RestrictionFields):
    """A restriction as it goes out."""
