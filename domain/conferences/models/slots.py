"""Open times, as a family sees them."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Described
from sqlmodel import SQLModel


class Slot(SQLModel):
    """A time that is open now. Only booking it makes it sure."""

    session_id: UUID
    starts_at: datetime
    ends_at: datetime = Described(description="With the interpreter's time.")
    local_start: str = Described(description="In the school's time zone.", examples=["2026-11-17T17:20:00"])
    suits: bool | None = Described(description="Within what the family said of its time; null when it said nothing.")
    has_interpreter: bool | None = Described(description="One is free then; null when the family needs none.")


class Slots(SQLModel):
    """Open times, in order."""

    items: list[Slot]


class SlotQuery(BaseModel):
    """With whom, for whom. All named staff together: several sit in one talk."""

    model_config = ConfigDict(extra="forbid")

    staff_id: list[UUID] = Described(min_length=1, max_length=5, description="Once for each who takes part.")
    student_id: list[UUID] = Described(default=[], max_length=8, description="About whom.")
    family_id: UUID | None = Described(None, description="As with booking.")
    with_student: bool = False
