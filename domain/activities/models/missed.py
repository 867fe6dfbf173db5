"""Whom an activity did not reach, and what somebody of the staff will try."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line


class WayToTry(StrEnum):
    """What the school can do to meet a family after all."""

    PHONE = "phone"
    AT_THE_GATE = "at_the_gate"
    BRIDGE_WORKER = "bridge_worker"
    HOME_VISIT = "home_visit"
    ANOTHER_MOMENT = "another_moment"
    OTHER = "other"


class ReachOutFields(Fields):
    """What will be tried, by whom, by when."""

    way: WayToTry = Field(sa_type=WORD)
    note: Line | None = Field(None, description="About what the school does, not about the family.")
    staff_id: UUID | None = reference("staff_members", default=None, description="Whose task. Null: the office's.")
    due_on: date | None = None


class MissedFamilyFields(ReachOutFields):
    """A family that was missed."""

    student_id: UUID = reference("students", cascade=True)


class MissedFamilyChangeFields(ReachOutFields):
    """What changes in it, or that it was done."""

    is_done: bool = False


class MissedFamily(Row, MissedFamilyFields, table=True):
    __tablename__ = "activity_missed_families"
    __table_args__ = (
        Index("activity_missed_families_once", "school_id", "activity_id", "student_id", "way", unique=True),
        Index(None, "school_id", "created_at"),
        Index(None, "school_id", "student_id"),
        Index(None, "school_id", "staff_id"),
    )

    activity_id: UUID = reference("activities", cascade=True)
    is_done: bool = False
    done_at: datetime | None = Field(default=None, sa_type=MOMENT)
    done_by_id: UUID | None = reference("staff_members", default=None)


class MissedFamilyRead(RowRead, MissedFamilyFields):
    """A task for people. It says what the school can do; nobody is counted or ranked (R38)."""

    activity_id: UUID
    is_done: bool
    done_at: datetime | None
    done_by_id: UUID | None
