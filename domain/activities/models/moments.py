"""When and where an activity takes place: the same thing may happen at several moments of the day."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.row import MOMENT, Fields, Row, RowRead, reference
from domain.kernel.text import Line


class ActivityMomentFields(Fields):
    """One time at which it takes place."""

    starts_at: AwareDatetime = Field(sa_type=MOMENT)
    ends_at: AwareDatetime = Field(sa_type=MOMENT)
    room_id: UUID | None = reference("rooms", default=None)
    place: Line | None = Field(None, description="Where, when it is no room of the school.")
    interpreter_ids: list[UUID] = Field(default=[], sa_type=JSONB, max_length=10)
    capacity: int | None = Field(
        None, ge=1, le=2000, description="People, children of the family included. Null: everybody is welcome."
    )


class ActivityMoment(Row, ActivityMomentFields, table=True):
    __tablename__ = "activity_moments"
    __table_args__ = (
        Index(None, "school_id", "activity_id", "starts_at"),
        CheckConstraint("starts_at < ends_at", name="ends_after_start"),
    )

    activity_id: UUID = reference("activities", cascade=True)
    starts_at: datetime = Field(sa_type=MOMENT)  # as columns keep it
    ends_at: datetime = Field(sa_type=MOMENT)


class ActivityMomentRead(RowRead, ActivityMomentFields):
    """A moment as it goes out."""

    activity_id: UUID
    local_start: str = Field(
        description="In the school's time zone.", schema_extra={"examples": ["2026-09-15T16:00:00"]}
    )
    local_end: str
