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
    stood_at: datetime | None = Field(default=None, sa_type=MOMENT)
    """When it stood as the planner knew it, null: nowhere. What stands otherwise by now was changed since."""


class Figures(SQLModel):
    """How good a schedule is."""

    placed: int = Field(description="Talks with a time.")
    left_out: int = Field(description="Talks without one.")
    mandatory_left: int = Field(description="Of these, talks that must take place.")
    weight_left: int = Field(description="What the other talks that were left out count for: a first choice for three.")
    published_changes: int = Field(description="Times that families know and that become another, or fall out.")
    mean_wait_minutes: float = Field(description="Between the talks of a family, on an evening when it has several.")
    longest_wait_minutes: int
    families_coming_twice: int = Field(description="Families that come on more than one day.")
    gap: float = Field(description="How far this is at most from the best there can be, of the weight: 0 is the best.")
    changed_since: int = Field(
        default=0,
        description="Once published: talks booked, moved or called off after this was planned. They stayed so.",
    )
    proven_levels: int = Field(description="0 to 2: whether talks that must take place, and the weight, are proven.")


class ScheduleRead(RowRead):
    """A schedule as it goes out."""

    round_id: UUID
    name: Line
    status: ScheduleStatus
    origin: ScheduleOrigin
    based_on_id: UUID | None = Field(description="Of a what-if or a new plan: which schedule it started from.")
    published_at: datetime | None
    figures: Figures | None = Field(description="For the office; null for a schedule that no planner made.")


class PublishFields(Fields):
    """What families are told whose talk falls out."""

    cancelled_reason: Line | None = Field(
        None,
        description="Read by who took part in a published talk that has no time any longer. Left out: plain words.",
    )


class ScheduledTalkRead(SQLModel):
    """A talk with its time."""

    id: UUID
    request_id: UUID
    session_id: UUID
    starts_at: datetime
    ends_at: datetime = Field(description="Without the interpreter's time.")
    room_id: UUID | None
    interpreter_id: UUID | None
    family_ids: list[UUID]
    student_ids: list[UUID]
    staff_ids: list[UUID]


class TalkMoved(SQLModel):
    """A talk that has another time in the other schedule."""

    request_id: UUID
    starts_at: datetime
    other_starts_at: datetime


class Comparison(SQLModel):
    """Two schedules of a round side by side."""

    figures: Figures | None
    other_figures: Figures | None
    only_here: list[UUID] = Field(description="Requests that have a time in this one only.")
    only_there: list[UUID] = Field(description="Requests that have a time in the other one only.")
    moved: list[TalkMoved]
    same: int = Field(description="Talks at the same time in both.")
