"""Notes of a conversation: short, with a purpose, for named readers, and for a time (R26)."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints
from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line, Paragraph

Keyword = Annotated[Line, StringConstraints(max_length=60)]


class NoteVisibility(StrEnum):
    """Who reads a note; each circle holds the one before it."""

    AUTHOR = "author"
    CARE_TEAM = "care_team"
    TEACHERS_OF_STUDENT = "teachers_of_student"
    GUARDIANS = "guardians"
    GUARDIANS_AND_STUDENT = "guardians_and_student"


class NoteFields(Fields):
    """What is worth keeping of a conversation. No health, belief or origin (R27), nor how people live (R30)."""

    purpose: Line = Field(description="Why it is kept.", schema_extra={"examples": ["Opvolging van het lezen"]})
    text: Paragraph = Field(description="At most 2000 characters (R26).")
    keywords: list[Keyword] = Field(default=[], sa_type=JSONB, max_length=10)
    visibility: NoteVisibility = Field(NoteVisibility.AUTHOR, sa_type=WORD)
    ends_on: date = Field(description="From this day on nobody sees it any more.")


class Note(Row, NoteFields, table=True):
    __tablename__ = "conversation_notes"
    __table_args__ = (Index(None, "school_id", "conversation_id"), Index(None, "school_id", "ends_on"))

    conversation_id: UUID = reference("conversations", cascade=True)
    author_id: UUID = reference("staff_members")


class NoteRead(RowRead, NoteFields):
    """A note as it goes out to who may read it."""

    conversation_id: UUID
    author_id: UUID


class Notes(SQLModel):
    """The notes of a conversation that the reader may read."""

    items: list[NoteRead]
    next_cursor: None = Field(default=None, description="They are one page.")
