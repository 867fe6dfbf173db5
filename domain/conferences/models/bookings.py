"""A talk that stands in the published round: the link between what was asked and the conversation it became."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.conferences.models.words import BookingOrigin
from domain.kernel.row import MOMENT, WORD, Row, reference


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
