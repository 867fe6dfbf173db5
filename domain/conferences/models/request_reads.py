"""A talk that is asked for, as it goes out; and asking for a whole class."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import ParticipantRole
from domain.conferences.models.requests import TalkFields
from domain.conferences.models.words import Need
from domain.kernel.row import Fields, RowRead


class TalkRequestRead(RowRead, TalkFields):
    """A talk that is asked for. A family finds its own part only."""

    round_id: UUID
    family_ids: list[UUID] = Field(description="A family finds its own only, also when two come together.")
    student_ids: list[UUID]
    staff_ids: list[UUID]
    brought_by: ParticipantRole
    created_by_staff_id: UUID | None
    created_by_guardian_id: UUID | None = Field(description="Null for who is not of that family.")
    staff_need: Need | None = Field(description="What the staff said; for the team only.")
    wanted_by_family: bool
    together: Literal["asked", "agreed"] | None = Field(description="With the child's other household.")
    awaits_you: bool = Field(description="Another household asks yours to come together: agree, or withdraw.")
    withdrawn_at: datetime | None


class StudentNeed(Fields):
    """For one student something else than for the rest of the class."""

    student_id: UUID
    need: Need


class ClassRequestFields(TalkFields):
    """The same talk for each student of a class."""

    class_id: UUID
    staff_ids: list[UUID] = Field(min_length=1, max_length=5)
    households_together: bool = Field(
        default=False, description="Separated parents agreed with you to come together; else each has their own talk."
    )
    exceptions: list[StudentNeed] = Field(default=[], max_length=100)


class StudentResult(SQLModel):
    """What was asked for one student."""

    student_id: UUID
    request_ids: list[UUID] = Field(description="Empty when no family of the round is asked about this student.")


class ClassRequests(SQLModel):
    """What was asked for each student of the class."""

    items: list[StudentResult]
