"""A visit at home, from the question to the family until it is over."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.conversations.models.conversations import TimeFields, WarningRead
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import TEXT, Line, Text
from domain.plans.models.entered import Entered
from domain.visits.models.notes import HomeVisitNoteRead
from domain.visits.models.visitors import HomeVisitVisitorRead
from domain.visits.models.words import VisitPlace, VisitPurpose, VisitStatus


class VisitFields(Fields):
    """What the family is told when it is asked."""

    why: Text = Field(
        sa_type=TEXT,
        description="As the family reads it.",
        schema_extra={"examples": [{"nl": "We willen elkaar leren kennen voor het schooljaar begint."}]},
    )
    purpose: VisitPurpose = Field(VisitPurpose.GETTING_TO_KNOW, sa_type=WORD)
    minutes: int = Field(45, ge=15, le=90, description="How long it takes; families ask this first.")


class HomeVisitFields(VisitFields):
    """A visit that a family is asked for, through one guardian; the other hears nothing of it (R17)."""

    student_id: UUID = reference("students", cascade=True)
    guardian_id: UUID = reference("guardians", cascade=True)


class HomeVisit(Row, HomeVisitFields, Entered, table=True):
    """Where the family lives stands apart (`HomeVisitAddress`), so that it goes out with nothing by accident."""

    __tablename__ = "home_visits"
    __table_args__ = (
        Index(None, "school_id", "created_at"),
        Index(None, "school_id", "student_id"),
        Index(None, "school_id", "guardian_id"),
        Index(None, "school_id", "round_id"),
        CheckConstraint("starts_at < ends_at", name="ends_after_start"),
    )

    round_id: UUID | None = reference("home_visit_rounds", default=None)
    status: VisitStatus = Field(VisitStatus.ASKED, sa_type=WORD)
    asked_at: datetime = Field(sa_type=MOMENT)
    answered_at: datetime | None = Field(default=None, sa_type=MOMENT)
    withdrawn_at: datetime | None = Field(default=None, sa_type=MOMENT)
    moments: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    place: VisitPlace | None = Field(default=None, sa_type=WORD)
    elsewhere: str | None = None
    starts_at: datetime | None = Field(default=None, sa_type=MOMENT)
    ends_at: datetime | None = Field(default=None, sa_type=MOMENT)
    checked_in_at: datetime | None = Field(default=None, sa_type=MOMENT)
    expected_back_at: datetime | None = Field(default=None, sa_type=MOMENT)
    due_at: datetime | None = Field(default=None, sa_type=MOMENT)
    checked_out_at: datetime | None = Field(default=None, sa_type=MOMENT)
    overdue_told_at: datetime | None = Field(default=None, sa_type=MOMENT)
    warnings: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    created_by_id: UUID | None = reference("staff_members", default=None)


class HomeVisitRead(RowRead, HomeVisitFields, Entered):
    """A visit as it goes out, without the address."""

    round_id: UUID | None
    status: VisitStatus
    asked_at: datetime
    answered_at: datetime | None
    withdrawn_at: datetime | None
    moments: list[TimeFields] = Field(description="When it suits the family, chosen by the family.")
    place: VisitPlace | None
    elsewhere: Line | None = Field(description="Where, when it is not at home.")
    starts_at: datetime | None
    ends_at: datetime | None
    local_start: str | None = Field(description="In the school's time zone.")
    checked_in_at: datetime | None
    checked_out_at: datetime | None
    visitors: list[HomeVisitVisitorRead]
    note: HomeVisitNoteRead | None
    warnings: list[WarningRead] = Field(description="For the team only.")
