"""A talk that stands in the published round: the link between what was asked and the conversation it became."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime
from pydantic import Field as Described
from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import Channel
from domain.conferences.models.holds import TalkChoice
from domain.conferences.models.words import BookingOrigin
from domain.conversations.facts import Status
from domain.conversations.models.participants import ParticipantRead
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference


class Booking(Row, table=True):
    """Time, place and status are the conversation's; who it is for is the request's."""

    __tablename__ = "conference_bookings"
    __table_args__ = (
        Index("conference_bookings_conversation", "school_id", "conversation_id", unique=True),
        Index(None, "school_id", "round_id"),
        Index(None, "school_id", "request_id"),
    )

    round_id: UUID = reference("conference_rounds", cascade=True)
    request_id: UUID = reference("conference_requests", cascade=True)
    conversation_id: UUID = reference("conversations", cascade=True)
    session_id: UUID = reference("conference_sessions")
    origin: BookingOrigin = Field(sa_type=WORD)
    is_frozen: bool = Field(default=False, description="Stays where it is when the round is planned again.")
    checked_in_at: datetime | None = Field(default=None, sa_type=MOMENT)


class BookingRead(RowRead):
    """A talk of a round, as it goes out. All there is to the talk itself stands with its conversation."""

    round_id: UUID
    conversation_id: UUID
    session_id: UUID
    origin: BookingOrigin
    is_frozen: bool
    checked_in_at: datetime | None
    status: Status
    starts_at: datetime
    ends_at: datetime
    local_start: str = Described(description="In the school's time zone.", examples=["2026-11-17T17:20:00"])
    expected_at: datetime = Described(description="Later than `starts_at` when a teacher runs late.")
    channel: Channel
    room_id: UUID | None
    needs_interpreter: bool = Described(description="One was asked for, and none was free: the school looks further.")
    participants: list[ParticipantRead]


class Booked(SQLModel):
    """What was booked, all of it."""

    items: list[BookingRead]


class MoveBookingFields(Fields):
    """Where a talk moves to."""

    starts_at: AwareDatetime = Described(examples=["2026-11-17T17:40:00+01:00"])


class FreezeFields(Fields):
    """What the school decides about a talk that stands."""

    is_frozen: bool = Described(default=False, description="Stays where it is when the round is planned again.")


class SpotFields(TalkChoice):
    """A talk that is added on the spot."""

    family_id: UUID
    minutes: int | None = Described(None, ge=5, le=120, description="Null: as the round says.")
