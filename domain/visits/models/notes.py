"""What is kept of a visit: when, who was there, and what was agreed. There is no field for more (R30)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.conversations.models.conversations import WarningRead
from domain.kernel.row import Fields, Row, RowRead, reference
from domain.kernel.text import Line


class HomeVisitNoteFields(Fields):
    """A short, factual note: nothing on the home, nothing on how people live."""

    took_place_on: date
    present: list[Line] = Field(sa_type=JSONB, min_length=1, max_length=10)
    agreements: list[Line] = Field(default=[], sa_type=JSONB, max_length=10)


class HomeVisitNote(Row, HomeVisitNoteFields, table=True):
    __tablename__ = "home_visit_notes"
    __table_args__ = (Index("home_visit_notes_once", "school_id", "visit_id", unique=True),)

    visit_id: UUID = reference("home_visits", cascade=True)
    author_id: UUID | None = reference("staff_members", default=None)
    warnings: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)


class HomeVisitNoteRead(RowRead, HomeVisitNoteFields):
    """The note, for the team and for the guardian who was visited."""

    author_id: UUID | None
    warnings: list[WarningRead] = Field(description="Words to think twice about; for the team only.")
