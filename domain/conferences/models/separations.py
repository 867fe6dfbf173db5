"""Families that had better not meet."""

from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from domain.conferences.models.words import Apart
from domain.kernel.row import WORD, Fields, Row, RowRead, reference


class SeparationFields(Fields):
    """Two families that had better not meet in the corridor. Neither sees it (R17)."""

    first_family_id: UUID = reference("conference_families", cascade=True)
    second_family_id: UUID = reference("conference_families", cascade=True)
    rule: Apart = Field(Apart.MIN_GAP, sa_type=WORD)
    minutes: int = Field(30, ge=5, le=240)


class ConferenceSeparation(Row, SeparationFields, table=True):
    __tablename__ = "conference_separations"
    __table_args__ = (
        Index("conference_separations_once", "school_id", "first_family_id", "second_family_id", unique=True),
    )

    round_id: UUID = reference("conference_rounds", cascade=True)


class ConferenceSeparationRead(RowRead, SeparationFields):
    """Two families that are kept apart, as the office sees it."""

    round_id: UUID


class ConferenceSeparations(SQLModel):
    """All pairs of families that are kept apart in a round."""

    items: list[ConferenceSeparationRead]
