"""A family of a round, as it goes out."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.conferences.models.families import AvailabilityFields
from domain.conferences.models.reaching import AttemptRead
from domain.conferences.models.words import Alternative, FamilyStatus, Via
from domain.kernel.row import RowRead
from domain.kernel.text import Line


class ChildOfFamily(SQLModel):
    """A student about whom the family is asked."""

    student_id: UUID
    given_name: Line
    family_name: Line


class GuardianOfFamily(SQLModel):
    """Who is asked."""

    guardian_id: UUID
    given_name: Line
    family_name: Line


class ConferenceFamilyRead(RowRead, AvailabilityFields):
    """A family in a round: what it said, and how far it is."""

    round_id: UUID
    household_id: UUID | None
    guardian_id: UUID | None = Field(description="Of a guardian who lives in no household that the school knows.")
    students: list[ChildOfFamily]
    guardians: list[GuardianOfFamily]
    status: FamilyStatus
    answered_at: datetime | None
    entered_via: Via | None
    entered_by_staff_id: UUID | None = Field(description="Who entered it on the family's behalf.")
    entered_by_guardian_id: UUID | None
    attempts: list[AttemptRead] = Field(description="For the team only.")
    alternative: Alternative | None
    link_expires_at: datetime | None = Field(description="Of a one-time link that is open; for the team only.")
