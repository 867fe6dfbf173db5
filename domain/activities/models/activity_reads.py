"""How an activity goes out."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from domain.activities.models.activities import ActivityFields
from domain.activities.models.helping import ActivityHelperRead
from domain.activities.models.moments import ActivityMomentRead
from domain.activities.models.words import ActivityStatus
from domain.kernel.row import RowRead


class ActivitySummary(RowRead, ActivityFields):
    """An activity as it stands in a list."""

    status: ActivityStatus
    parents_asked: int | None = Field(description="For the team only.")  # type: ignore[assignment]
    asked_at: datetime | None = Field(description="When families were asked what they would like; they see it since.")
    invited_at: datetime | None
    held_at: datetime | None
    created_by_id: UUID | None
    time_zone: str
    moments: list[ActivityMomentRead] = Field(description="The first one first.")


class ActivityRead(ActivitySummary):
    """An activity as it goes out."""

    helpers: list[ActivityHelperRead] = Field(description="The team finds everybody, families find themselves.")
