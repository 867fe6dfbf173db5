"""The next activity, made from one that was."""

from uuid import UUID

from sqlmodel import Field

from domain.activities.models.activities import ActivityFields
from domain.activities.models.idea_reads import IdeaRead
from domain.activities.models.words import ActivityStatus
from domain.kernel.row import RowRead


class NextActivityRead(RowRead, ActivityFields):
    """The new activity, with what waits of the one before."""

    made_from_id: UUID
    status: ActivityStatus
    next_time: str | None = Field(description="What the team wanted to do differently.")
    open_ideas: list[IdeaRead] = Field(description="Of the one before, that nobody answered yet.")
