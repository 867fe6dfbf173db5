"""All that the picture of a board shows, in one language."""

from datetime import date
from uuid import UUID

from sqlmodel import SQLModel

from domain.conversations.models.board import CardFields, Ladder, PawnFields


class CardShown(CardFields):
    """A leaf."""

    name: str
    pictogram: str


class PawnShown(PawnFields):
    """A pawn."""

    label: str


class RungShown(SQLModel):
    """A rung, in plain words."""

    level: int
    label: str


class LadderShown(SQLModel):
    """A ladder, with its rungs from low to high."""

    key: Ladder
    name: str
    levels: list[RungShown]


class BoardShown(SQLModel):
    """A board with the words of the catalogue beside it."""

    conversation_id: UUID
    student_id: UUID
    form: str
    given_name: str
    held_on: date
    cards: list[CardShown]
    pawns: list[PawnShown]
    what_helps: str | None
    agreement: str | None
    ladders: list[LadderShown]
