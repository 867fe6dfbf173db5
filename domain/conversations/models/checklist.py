"""The checklist in use: a copy of the catalogue's, that the team ticks, completes and annotates."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.catalogue.models import Phase
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import TEXT, Line, Text

_MAYBE_TEXT: Any = JSONB(none_as_null=True)


class OwnPointFields(Fields):
    """A point that a team adds of its own."""

    phase: Phase = Field(sa_type=WORD)
    text: Text = Field(sa_type=TEXT)


class TickFields(Fields):
    """What the team notes beside a point."""

    is_ticked: bool = Field(default=False)
    note: Line | None = None


class PointInUse(Row, OwnPointFields):
    """A point that a team ticks, whatever the checklist is for."""

    source_point_id: UUID | None = None
    example: Text | None = Field(default=None, sa_type=_MAYBE_TEXT)
    is_essential: bool = False
    position: int
    is_ticked: bool = False
    ticked_at: datetime | None = Field(default=None, sa_type=MOMENT)
    ticked_by_id: UUID | None = reference("staff_members", default=None)
    note: str | None = None


class ChecklistItem(PointInUse, table=True):
    __tablename__ = "conversation_checklist_points"
    __table_args__ = (Index(None, "school_id", "conversation_id"),)

    conversation_id: UUID = reference("conversations", cascade=True)


class PointInUseRead(RowRead, OwnPointFields, TickFields):
    """What goes out of every point in use."""

    source_point_id: UUID | None = Field(description="Of the catalogue; null for a point of the team's own.")
    example: Text | None = Field(description="How somebody may say or do it.")
    is_essential: bool = Field(description="Without it the form breaks.")
    position: int
    ticked_at: datetime | None
    ticked_by_id: UUID | None


class ChecklistItemRead(PointInUseRead):
    """A point as it goes out."""

    conversation_id: UUID


class ChecklistInUse(SQLModel):
    """The whole checklist of a conversation: before, during, after."""

    items: list[ChecklistItemRead]
    next_cursor: None = Field(default=None, description="A checklist is one page.")
