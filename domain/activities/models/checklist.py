"""The checklist of an activity in use: a copy of the catalogue's, that the team ticks and completes."""

from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from domain.catalogue.models import Key
from domain.conversations.models.checklist import PointInUse, PointInUseRead
from domain.kernel.row import reference


class ActivityPoint(PointInUse, table=True):
    __tablename__ = "activity_checklist_points"
    __table_args__ = (Index(None, "school_id", "activity_id"),)

    activity_id: UUID = reference("activities", cascade=True)
    key: str | None = None
    """As the catalogue names it: it ties the point to its step of the mind map, even when the point goes."""


class ActivityPointRead(PointInUseRead):
    """A point as it goes out."""

    activity_id: UUID
    key: Key | None = Field(description="In the catalogue; null for a point of the team's own.")


class ActivityChecklist(SQLModel):
    """The whole checklist of an activity: before, during, after."""

    items: list[ActivityPointRead]
    next_cursor: None = Field(default=None, description="A checklist is one page.")
