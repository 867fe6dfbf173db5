"""The talking tree of a conversation: the cards that were chosen, and where the pawns were put (R07, R08)."""

from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field as Described
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import HostMoment, Key, ParticipantRole, library_only, to_library
from domain.kernel.row import PLATFORM, WORD, Fields, Row, reference
from domain.kernel.text import Line, Paragraph, Text

LOWEST, HIGHEST = 1, 5
"""The rungs of a ladder."""
MOST_CARDS, MOST_PAWNS = 10, 16
"""The whole set; and each person once on each ladder, for home and for class."""

_R = ParticipantRole
AtTheBoard = Literal[_R.GUARDIAN, _R.OTHER_GUARDIAN, _R.STUDENT, _R.TEACHER]
"""Who chooses cards and puts pawns."""


class Ladder(StrEnum):
    """The ladders at the trunk, by their keys in `/v1/scales`."""

    WELL_BEING = "well-being"
    INVOLVEMENT = "involvement"


class Place(StrEnum):
    """Where it is so: the same child can be another one elsewhere."""

    HOME = "home"
    CLASS = "class"


class CardFields(Fields):
    """A card that was chosen."""

    development_domain: Key = Field(
        description="Of `/v1/development-domains`.", schema_extra={"examples": ["language"]}
    )
    chosen_by: AtTheBoard = Field(sa_type=WORD, description="A parent chooses the first card (R07).")
    note: Line | None = Field(
        None, description="A few key words.", schema_extra={"examples": ["zingt thuis in het Arabisch"]}
    )


class PawnFields(Fields):
    """Where somebody sees the child on a ladder. It opens a conversation and is no score: nothing is worked out."""

    scale: Ladder = Field(sa_type=WORD)
    level: int = Field(
        description="The rung, as in the `levels` of the scale.",
        schema_extra={"json_schema_extra": {"minimum": LOWEST, "maximum": HIGHEST}},
    )
    place: Place = Field(sa_type=WORD)
    placed_by: AtTheBoard = Field(sa_type=WORD)
    note: Line | None = Field(None, description="Why there, in a few key words.")


class HelpFields(Fields):
    """What came of it."""

    what_helps: Paragraph | None = Field(default=None, description="At home, in class: what helps this child?")
    agreement_id: UUID | None = reference(
        "agreements", default=None, description="The one small agreement, of those that this conversation made."
    )


class BoardFields(HelpFields):
    """The whole board, as it lies on the table."""

    cards: list[CardFields] = Described(min_length=1, max_length=MOST_CARDS, description="In the order of choosing.")
    pawns: list[PawnFields] = Described([], max_length=MOST_PAWNS, description="None is fine too.")


class Board(Row, HelpFields, table=True):
    __tablename__ = "conversation_boards"
    __table_args__ = (Index("conversation_boards_once", "school_id", "conversation_id", unique=True),)

    conversation_id: UUID = reference("conversations", cascade=True)


class BoardCard(Row, CardFields, table=True):
    __tablename__ = "board_cards"
    __table_args__ = (
        Index("board_cards_once", "school_id", "board_id", "development_domain", unique=True),
        library_only(),
        to_library("development_domain", "development_domains", "key"),
    )

    board_id: UUID = reference("conversation_boards", cascade=True)
    position: int
    library_id: UUID = PLATFORM


class BoardPawn(Row, PawnFields, table=True):
    __tablename__ = "board_pawns"
    __table_args__ = (
        Index("board_pawns_once", "school_id", "board_id", "scale", "place", "placed_by", unique=True),
        CheckConstraint(f"level BETWEEN {LOWEST} AND {HIGHEST}", name="on_the_ladder"),
    )

    board_id: UUID = reference("conversation_boards", cascade=True)


class CardRead(CardFields):
    """A card as it goes out."""

    name: Text = Field(description="Of the development domain.")
    pictogram: Line = Field(description="The name of the drawing on the card.")


class PawnRead(PawnFields):
    """A pawn as it goes out."""

    label: Text = Field(description="The rung in plain words.")


class BoardRead(SQLModel):
    """The board as it goes out; empty, with version 0, until somebody writes what lies there."""

    conversation_id: UUID
    version: int = Field(description="Rises with every change; stands in the ETag.", ge=0)
    updated_at: datetime | None
    host_moment: HostMoment = Field(description="Inside which moment the tree was on the table (R07).")
    cards: list[CardRead]
    pawns: list[PawnRead]
    what_helps: Paragraph | None
    agreement_id: UUID | None
