"""A time that is kept for a family while it chooses, or while a freed one is offered to it. It ends by itself."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, model_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError
from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.conferences.models.requests import MOST_TOPICS
from domain.kernel.row import MOMENT, Fields, Row, RowRead, reference
from domain.kernel.text import Line

KEPT = timedelta(minutes=5)
MOST_AT_ONCE = 8


class SlotFields(Fields):
    """A time with somebody of the staff."""

    staff_ids: list[UUID] = Described(min_length=1, max_length=5, description="The first one's room is used.")
    starts_at: AwareDatetime = Field(schema_extra={"examples": ["2026-11-17T17:20:00+01:00"]})
    student_ids: list[UUID] = Described(
        default=[], max_length=8, description="About whom; empty: the only child that the family has here."
    )
    with_student: bool = Field(default=False, description="The student comes along.")

    @model_validator(mode="after")
    def _names_nobody_twice(self) -> Self:
        if any(len(set(ids)) < len(ids) for ids in (self.staff_ids, self.student_ids)):
            raise PydanticCustomError("named_twice", "Name everybody once.")
        return self


class TalkChoice(SlotFields):
    """A talk that a family chooses."""

    topics: list[Line] = Described(default=[], max_length=MOST_TOPICS, description="What to talk about.")


class ForFamily(Fields):
    """Whose time it is."""

    family_id: UUID | None = Described(
        None, description="Of the round. A family leaves it out; the school, and who is of two families, names it."
    )


class HoldFields(ForFamily):
    """Times to keep for five minutes: all of them, or none."""

    slots: list[SlotFields] = Described(min_length=1, max_length=MOST_AT_ONCE)


class BookFields(ForFamily):
    """Talks to book: all of them, or none."""

    talks: list[TalkChoice] = Described(min_length=1, max_length=MOST_AT_ONCE)


class Hold(Row, table=True):
    __tablename__ = "conference_holds"
    __table_args__ = (
        Index(None, "school_id", "round_id", "expires_at"),
        Index(None, "school_id", "family_id"),
    )

    round_id: UUID = reference("conference_rounds", cascade=True)
    family_id: UUID = reference("conference_families", cascade=True)
    staff_ids: list[str] = Field(sa_type=JSONB)
    student_ids: list[str] = Field(sa_type=JSONB)
    with_student: bool = False
    starts_at: datetime = Field(sa_type=MOMENT)
    ends_at: datetime = Field(sa_type=MOMENT)
    expires_at: datetime = Field(sa_type=MOMENT)
    wait_id: UUID | None = reference("conference_waits", default=None, cascade=True)
    """Whose waiting came to an end with this offer."""


class HoldRead(RowRead):
    """A time that is kept, as it goes out. Booking it needs no more than booking the same time."""

    round_id: UUID
    family_id: UUID
    staff_ids: list[UUID]
    student_ids: list[UUID]
    with_student: bool
    starts_at: datetime
    ends_at: datetime
    expires_at: datetime


class Held(SQLModel):
    """What is kept, all of it."""

    items: list[HoldRead]
