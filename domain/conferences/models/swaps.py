"""Two families that change times with each other, without learning who the other is."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime
from pydantic import Field as Described
from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference


class SwapStatus(StrEnum):
    """The life of a proposal."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """Nobody answered in time, or a talk moved meanwhile."""


class SwapFields(Fields):
    """Which times would suit better."""

    times: list[AwareDatetime] = Described(
        default=[], max_length=20, description="Begins of talks with the same teacher; empty: any other time."
    )


class Swap(Row, table=True):
    """One proposal to one other family. The first that agrees ends the others of the same talk."""

    __tablename__ = "conference_swaps"
    __table_args__ = (
        Index(
            "conference_swaps_once",
            *("school_id", "booking_id", "other_booking_id"),
            unique=True,
            postgresql_where=text("status = 'asked'"),
        ),
        Index(None, "school_id", "other_booking_id"),
        Index(None, "school_id", "round_id", "expires_at"),
    )

    round_id: UUID = reference("conference_rounds", cascade=True)
    booking_id: UUID = reference("conference_bookings", cascade=True)
    other_booking_id: UUID = reference("conference_bookings", cascade=True)
    starts_at: datetime = Field(sa_type=MOMENT)
    other_starts_at: datetime = Field(sa_type=MOMENT)
    """As both stood when it was proposed: when either has moved since, nothing is exchanged."""
    asked_by_id: UUID | None = reference("guardians", default=None)
    status: SwapStatus = Field(default=SwapStatus.ASKED, sa_type=WORD)
    expires_at: datetime = Field(sa_type=MOMENT)


class SwapRead(RowRead):
    """A proposal as each side sees it: its own talk and both times, nothing of the other side."""

    round_id: UUID
    own_booking_id: UUID
    is_own_proposal: bool
    own_starts_at: datetime
    other_starts_at: datetime
    status: SwapStatus
    expires_at: datetime


class Proposed(SQLModel):
    """How it went."""

    asked: int = Described(description="How many families are asked now; who they are stays theirs.")
