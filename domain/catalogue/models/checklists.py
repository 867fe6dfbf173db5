"""Checklists of a meeting type: points before, during and after, with or without examples."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.catalogue.models.words import (
    AdaptableRead,
    AdaptableRow,
    Key,
    LibraryRow,
    Phase,
    Tag,
    Tags,
    library_only,
    to_library,
)
from domain.kernel.row import WORD, Fields, RowRead
from domain.kernel.text import TEXT, Text

_MAYBE_TEXT: Any = JSONB(none_as_null=True)


class PointWords(Fields):
    """What a point asks."""

    phase: Phase = Field(sa_type=WORD)
    text: Text = Field(sa_type=TEXT)
    essential: bool = Field(default=False, description="Without it the form breaks.")


class PointContent(PointWords):
    """What a point asks, with what helps to do it: what a school may say otherwise than the library."""

    example: Text | None = Field(default=None, sa_type=_MAYBE_TEXT, description="What somebody says or does.")
    tip: Text | None = Field(default=None, sa_type=_MAYBE_TEXT)


class _Sourced(Fields):
    source: list[Tag] = Field(default=[], sa_type=JSONB, max_length=20, description="Of `/v1/sources`.")


class ExplainedPoint(_Sourced, PointContent):
    """What a point asks, with what helps to do it and where that comes from."""


class PointFields(ExplainedPoint):
    """A point of a checklist."""

    checklist_id: UUID


class LibraryPoint(ExplainedPoint):
    """A point as the library's files have it, inside its checklist."""

    key: Key
    source: Tags


class ChecklistFields(Fields):
    """A checklist of a meeting type."""

    key: Key
    meeting_type: Key
    title: Text = Field(sa_type=TEXT)
    intro: Text = Field(sa_type=TEXT)


class WholeChecklist(ChecklistFields):
    """A checklist as the library's files have it."""

    points: list[LibraryPoint] = Field(min_length=1)


class Checklist(LibraryRow, ChecklistFields, table=True):
    __tablename__ = "checklists"
    __table_args__ = (
        Index(None, "school_id", "key", unique=True),
        Index(None, "school_id", "meeting_type"),
        {"info": {"tenancy": "shared"}},
    )


class ChecklistPoint(AdaptableRow, PointFields, table=True):
    __tablename__ = "checklist_points"
    __table_args__ = (
        Index(None, "school_id", "key", unique=True),
        Index(None, "school_id", "adapts_id", unique=True),
        Index(None, "school_id", "checklist_id"),
        library_only(),
        to_library("adapts_id", "checklist_points"),
        to_library("checklist_id", "checklists"),
        {"info": {"tenancy": "shared"}},
    )

    content: ClassVar[type[Fields]] = PointContent


class PointRead(RowRead, PointFields, AdaptableRead):
    """A point as it goes out."""


class BlankPointRead(RowRead, _Sourced, PointWords, AdaptableRead):
    """A point to fill in: without our examples, with room for your own."""

    own_actions: list[str] = Field(description="Empty: yours to fill in.")
    own_questions: list[str] = Field(description="Empty: yours to fill in.")


class ChecklistRead(RowRead, ChecklistFields):
    """A checklist as it goes out: the library's points and the school's own, in the order of doing."""

    points: list[PointRead]


class BlankChecklistRead(RowRead, ChecklistFields):
    """A checklist to fill in."""

    points: list[BlankPointRead]
