"""Schedules: drafts that a planning job made, and the one that is published."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.conferences.models.words import ScheduleOrigin, ScheduleStatus
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line


class Schedule(Row, table=True):
    __tablename__ = "conference_schedules"
    __table_args__ = (Index(None, "school_id", "round_id"),)

    round_id: UUID = reference("conference_rounds", cascade=True)
    name: Line
    status: ScheduleStatus = Field(ScheduleStatus.DRAFT, sa_type=WORD)
    origin: ScheduleOrigin = Field(ScheduleOrigin.PLANNED, sa_type=WORD)
    based_on_id: UUID | None = reference("conference_schedules", default=None)
    job_id: UUID | None = None
    seed: int = 1
    seconds: int = 30
    relaxation: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    """What was loosened to try it (a what-if)."""
    figures: dict[str, Any] = Field(default={}, sa_type=JSONB)
    """The planner's objective and proof."""
    curve: list[Any] = Field(default=[], sa_type=JSONB)
    """Score over time, as the planner tells it."""
    published_at: datetime | None = Field(default=None, sa_type=MOMENT)


class ScheduledTalk(Row, table=True):
    """A talk in a schedule: placed, or left out with the reason."""

    __tablename__ = "conference_talks"
    __table_args__ = (
        Index("conference_talks_once", "school_id", "schedule_id", "request_id", unique=True),
        Index(None, "school_id", "request_id"),
        CheckConstraint("(starts_at IS NULL) = (left_out IS NOT NULL)", name="placed_or_left_out"),
    )

    schedule_id: UUID = reference("conference_schedules", cascade=True)
    request_id: UUID = reference("conference_requests", cascade=True)
    session_id: UUID | None = reference("conference_sessions", default=None)
    starts_at: datetime | None = Field(default=None, sa_type=MOMENT)
    ends_at: datetime | None = Field(default=None, sa_type=MOMENT)
    interpreter_id: UUID | None = reference("interpreters", default=None)
    room_id: UUID | None = reference("rooms", default=None)
    left_out: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    """`reason` and `relaxation`, as the planner explains them."""


class Counts(SQLModel):
    """How many talks of the schedule have a time, and how many have none."""

    placed: int
    left_out: int


class ScheduleRead(RowRead):
    """A schedule as it goes out."""

    round_id: UUID
    name: Line
    status: ScheduleStatus
    origin: ScheduleOrigin
    based_on_id: UUID | None = Field(description="Of a what-if or a new plan: which schedule it started from.")
    published_at: datetime | None
    talks: Counts


class PublishFields(Fields):
    """What families are told whose talk falls out."""

    cancelled_reason: Line | None = Field(
        None,
        description="Read by who took part in a published talk that has no time any longer. Left out: plain words.",
    )
