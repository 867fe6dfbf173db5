"""What an activity still lacks before families are invited (R34), and what helps."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.activities.models.words import ActivityForm, ActivityKind
from domain.catalogue.models import NodePointRead
from domain.conferences.models.background import PeriodFacts


class MomentFacts(SQLModel):
    """When and where."""

    starts_at: datetime
    room_id: UUID | None
    place: str | None


class Preparation(SQLModel):
    """What the rules look at of an activity, and the points of the catalogue that may help."""

    kind: ActivityKind
    goal: dict[str, str] | None
    for_whom: dict[str, str] | None
    forms: list[ActivityForm]
    languages: list[str]
    asked: int
    time_zone: str
    moments: list[MomentFacts]
    periods: list[PeriodFacts]
    points: list[dict[str, Any]]


class AdviceRead(SQLModel):
    """Something to think of; it stops nothing."""

    code: str
    pointer: str = Field(description="The field of the activity; moments by their place in its list.")
    detail: str


class MissingRead(AdviceRead):
    """Something that is not there yet."""

    points: list[NodePointRead] = Field(description="Points of the catalogue's checklist that help.")


class Readiness(SQLModel):
    """Whether families can be invited, and what would help."""

    is_ready: bool
    missing: list[MissingRead]
    advice: list[AdviceRead]
