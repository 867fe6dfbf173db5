"""When and where a round takes place: sessions, locations and rooms."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.conferences.models.windows import Window
from domain.kernel.row import MOMENT, Fields, Row, RowRead, reference
from domain.kernel.text import Line


class ConferenceSession(Row, table=True):
    """An evening or an afternoon."""

    __tablename__ = "conference_sessions"
    __table_args__ = (
        Index("conference_sessions_once", "school_id", "round_id", "starts_at", unique=True),
        CheckConstraint("starts_at < ends_at", name="ends_after_start"),
    )

    round_id: UUID = reference("conference_rounds", cascade=True)
    starts_at: datetime = Field(sa_type=MOMENT)
    ends_at: datetime = Field(sa_type=MOMENT)


class SessionFields(Window):
    """An evening or an afternoon."""


class ConferenceSessionRead(RowRead, SessionFields):
    """An evening or an afternoon, as it goes out."""

    round_id: UUID
    local_start: str = Field(
        description="In the school's time zone.", schema_extra={"examples": ["2026-11-17T16:00:00"]}
    )
    local_end: str


class ConferenceSessions(SQLModel):
    """All sessions of a round, the earliest first."""

    items: list[ConferenceSessionRead]


class Walk(Fields):
    """Minutes on foot to another location."""

    location_id: UUID
    minutes: int = Field(ge=0, le=120)


class LocationFields(Fields):
    """A building or a campus."""

    name: Line
    walks: list[Walk] = Field(default=[], sa_type=JSONB, max_length=20, description="To other locations, both ways.")


class ConferenceLocation(Row, LocationFields, table=True):
    __tablename__ = "conference_locations"
    __table_args__ = (Index(None, "school_id", "round_id"),)

    round_id: UUID = reference("conference_rounds", cascade=True)


class ConferenceLocationRead(RowRead, LocationFields):
    """A building or a campus, as it goes out."""

    round_id: UUID


class ConferenceLocations(SQLModel):
    """All locations of a round."""

    items: list[ConferenceLocationRead]


class ConferenceRoomFields(Fields):
    """A room that a round uses."""

    room_id: UUID = reference("rooms")
    location_id: UUID | None = reference("conference_locations", default=None)
    talks_at_once: int = Field(1, ge=1, le=40)


class ConferenceRoom(Row, ConferenceRoomFields, table=True):
    __tablename__ = "conference_rooms"
    __table_args__ = (Index("conference_rooms_once", "school_id", "round_id", "room_id", unique=True),)

    round_id: UUID = reference("conference_rounds", cascade=True)


class ConferenceRoomRead(RowRead, ConferenceRoomFields):
    """A room of a round, as it goes out."""

    round_id: UUID
    name: Line
    step_free: bool


class ConferenceRooms(SQLModel):
    """All rooms of a round."""

    items: list[ConferenceRoomRead]
