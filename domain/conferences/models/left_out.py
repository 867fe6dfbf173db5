"""A talk that has no time, as it goes out: why, and what would help."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel


class WithWhom(SQLModel):
    """Somebody of the staff, by name."""

    id: UUID
    name: str


class LeftOutRead(SQLModel):
    """A talk without a time."""

    request_id: UUID
    student_ids: list[UUID]
    staff: list[WithWhom]
    why: str = Field(description="In words that a family understands.")
    would_help: list[str] = Field(description="All of this together would make it fit; empty when nothing small does.")
    by_phone: str | None = Field(description="When it would fit as it is, if it were held by phone.")
    family_ids: list[UUID] = Field(description="For the office only.")
    reason: str | None = Field(description="A code. For the office only.")
    relaxation: dict[str, Any] | None = Field(
        description="For the office only: what `granted` of a what-if gives. Times are local."
    )


class LeftOutTalks(SQLModel):
    """All talks of a schedule that have no time, as far as you may know."""

    items: list[LeftOutRead]


class LeftOutFacts(SQLModel):
    """What the words are made from."""

    request_id: UUID
    student_ids: list[UUID]
    staff: list[WithWhom]
    family_ids: list[UUID]
    minutes: int
    own_windows: list[dict[str, datetime]]
    breaks: list[dict[str, datetime]]
    told: dict[str, Any]
    is_office: bool


class LeftOutOf(SQLModel):
    """Of one schedule."""

    time_zone: str
    items: list[LeftOutFacts]
