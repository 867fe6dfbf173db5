"""What stands beside the forms: tips, materials, development domains, scales, and the sources of it all."""

from enum import StrEnum
from typing import Literal

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.catalogue.models.words import Key, LibraryRow, Link, Tag, Tags
from domain.kernel.row import WORD, Fields, RowRead
from domain.kernel.text import TEXT, Line, Paragraph, Text
from domain.school.models import Level


class TipKind(StrEnum):
    """Advice, or what a school did."""

    TIP = "tip"
    PRACTICE_EXAMPLE = "practice_example"


class MaterialKind(StrEnum):
    """What kind of thing it is."""

    ARTICLE = "article"
    BOARD = "board"
    BOOK = "book"
    BOX = "box"
    CARDS = "cards"
    CHECKLIST = "checklist"
    FICHE = "fiche"
    LIBRARY = "library"


class TipFields(Fields):
    """A tip or an example from practice."""

    key: Key
    meeting_type: Key
    levels: list[Level] = Field(sa_type=JSONB, min_length=1)
    kind: TipKind = Field(sa_type=WORD)
    title: Text = Field(sa_type=TEXT)
    text: Text = Field(sa_type=TEXT)
    source: Tags = Field(sa_type=JSONB)


class Tip(LibraryRow, TipFields, table=True):
    __tablename__ = "tips"
    __table_args__ = (Index(None, "school_id", "key", unique=True), {"info": {"tenancy": "shared"}})


class TipRead(RowRead, TipFields):
    """A tip as it goes out."""


class MaterialFields(Fields):
    """A pointer to somebody else's material: who has it and where. What we do not know is null, never a guess (R40)."""

    key: Key
    kind: MaterialKind = Field(sa_type=WORD)
    title: Line
    description: Text = Field(sa_type=TEXT)
    holder: Line | None = Field(description="Who has or made it.")
    authors: list[Line] = Field(sa_type=JSONB)
    year: int | None = Field(ge=1900, le=2100)
    publisher: Line | None
    isbn: Line | None
    url: Link | None
    can_be_borrowed: bool | None
    meeting_types: list[Key] = Field(sa_type=JSONB)
    source: Tags = Field(sa_type=JSONB)


class Material(LibraryRow, MaterialFields, table=True):
    __tablename__ = "materials"
    __table_args__ = (Index(None, "school_id", "key", unique=True), {"info": {"tenancy": "shared"}})


class MaterialRead(RowRead, MaterialFields):
    """A pointer to material as it goes out."""


class DevelopmentDomainFields(Fields):
    """A part of how a child grows: a leaf in the crown of the talking tree."""

    key: Key
    name: Text = Field(sa_type=TEXT)
    description: Text = Field(sa_type=TEXT)
    pictogram: Key = Field(description="Of `/v1/pictograms`.")
    extra: bool = Field(description="Not of the usual set.")
    source: Tags = Field(sa_type=JSONB)


class DevelopmentDomain(LibraryRow, DevelopmentDomainFields, table=True):
    __tablename__ = "development_domains"
    __table_args__ = (Index(None, "school_id", "key", unique=True), {"info": {"tenancy": "shared"}})


class DevelopmentDomainRead(RowRead, DevelopmentDomainFields):
    """A development domain as it goes out."""


class Rung(Fields):
    """A rung of a ladder: a place to put a pawn, never a mark."""

    level: int = Field(ge=1, le=5)
    label: Text
    description: Text


class ScaleFields(Fields):
    """A ladder at the trunk of the talking tree: it opens a conversation and is no score (R08)."""

    key: Key
    name: Text = Field(sa_type=TEXT)
    question: Text = Field(sa_type=TEXT)
    levels: list[Rung] = Field(sa_type=JSONB, min_length=5, max_length=5)
    caution: Text = Field(sa_type=TEXT)
    source: Tags = Field(sa_type=JSONB)


class Scale(LibraryRow, ScaleFields, table=True):
    __tablename__ = "scales"
    __table_args__ = (Index(None, "school_id", "key", unique=True), {"info": {"tenancy": "shared"}})


class ScaleRead(RowRead, ScaleFields):
    """A ladder as it goes out."""


class SourceFields(Fields):
    """Where facts come from. Unknown bibliographic data are null (R40)."""

    tag: Tag
    title: Line
    holder: Line | None
    url: Link | None
    language: Literal["nl", "fr", "en"] = Field(sa_type=WORD)
    jurisdiction: Line | None = Field(description="Whose law or practice it tells of, such as `be-vl` or `nl`.")
    note: Paragraph | None


class Source(LibraryRow, SourceFields, table=True):
    __tablename__ = "sources"
    __table_args__ = (Index(None, "school_id", "tag", unique=True), {"info": {"tenancy": "shared"}})


class SourceRead(RowRead, SourceFields):
    """A source as it goes out."""
