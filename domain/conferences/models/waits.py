"""Waiting for a time with somebody of the staff that comes free."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.conferences.models.holds import ForFamily
from domain.conferences.models.requests import MOST_TOPICS
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line


class WaitStatus(StrEnum):
    """The life of a place on the waiting list."""

    WAITING = "waiting"
    OFFERED = "offered"
    """A freed time is kept for the family."""
    TAKEN = "taken"
    LET_GO = "let_go"
    LAPSED = "lapsed"
    """The offer was not taken in time."""
    ENDED = "ended"
    """The family waits no longer."""


class WaitingFields(Fields):
    """With whom, and about whom."""

    staff_id: UUID = reference("staff_members")
    student_id: UUID = reference("students", cascade=True)
    with_student: bool = Field(default=False, description="The student comes along.")
    topics: list[Line] = Field(default=[], sa_type=JSONB, max_length=MOST_TOPICS, description="What to talk about.")


class WaitFields(WaitingFields, ForFamily):
    """A place on the waiting list of somebody of the staff."""


class Wait(Row, WaitingFields, table=True):
    __tablename__ = "conference_waits"
    __table_args__ = (
        Index(
            "conference_waits_open", "school_id", "round_id", "staff_id", postgresql_where=text("status = 'waiting'")
        ),
        Index(
            "conference_waits_once",
            *("school_id", "family_id", "staff_id", "student_id"),
            unique=True,
            postgresql_where=text("status IN ('waiting', 'offered')"),
        ),
    )

    round_id: UUID = reference("conference_rounds", cascade=True)
    family_id: UUID = reference("conference_families", cascade=True)
    status: WaitStatus = Field(default=WaitStatus.WAITING, sa_type=WORD)
    offered_at: datetime | None = Field(default=None, sa_type=MOMENT)


class WaitRead(RowRead, WaitingFields):
    """A place on the waiting list, as it goes out; how many others wait is nobody's to know."""

    round_id: UUID
    family_id: UUID
    status: WaitStatus
    offered_starts_at: datetime | None = Described(description="The time that is kept for the family now.")
    offered_until: datetime | None = Described(description="Then it goes to who comes next.")
