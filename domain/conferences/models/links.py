"""One-time links: a family says when it can, without an account."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.conferences.models.families import AvailabilityFields
from domain.conferences.models.places import ConferenceSessionRead
from domain.conferences.models.requests import MOST_TOPICS
from domain.kernel.row import Fields
from domain.kernel.text import Line, Text


class LinkFields(Fields):
    """How long a link serves."""

    valid_days: int = Field(7, ge=1, le=30)


class LinkMade(SQLModel):
    """A link's secret: shown this once, and never kept."""

    secret: str = Field(description="For the family alone. Put it behind the `#` of an address, never in its path.")
    expires_at: datetime


class SecretFields(Fields):
    """Who has the link has the secret."""

    secret: str = Field(min_length=1, max_length=200)


class Wish(Fields):
    """A talk that the family would like."""

    student_id: UUID
    staff_ids: list[UUID] = Field(min_length=1, max_length=5)
    topics: list[Line] = Field(default=[], max_length=MOST_TOPICS)
    with_student: bool = False


class FamilyAnswerFields(AvailabilityFields):
    """When the family can, and with whom it would like to talk."""

    wishes: list[Wish] = Field(default=[], max_length=20)


class LinkAnswerFields(SecretFields, FamilyAnswerFields):
    """The same, from who has a link."""


class LinkStaff(SQLModel):
    """Somebody with whom the family may wish to talk about a child."""

    staff_id: UUID
    given_name: Line
    family_name: Line


class LinkChild(SQLModel):
    """A child of the family."""

    student_id: UUID
    given_name: Line
    staff: list[LinkStaff]


class LinkRead(SQLModel):
    """What a family needs to know to answer, and nothing else."""

    round_name: Text
    answer_by: datetime | None
    time_zone: str
    sessions: list[ConferenceSessionRead]
    students: list[LinkChild]
