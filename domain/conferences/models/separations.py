"""Families that had better not meet."""

from typing import Self
from uuid import UUID

from pydantic import ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from domain.conferences.models.words import Apart
from domain.kernel.row import WORD, Fields, Row, RowRead, reference


class SeparationFields(Fields):
    """Two families that had better not meet in the corridor. Neither sees it (R17). In whichever order they are named,
    they are one pair: it is kept in the order of their ids, so that it stands once."""

    first_family_id: UUID = reference("conference_families", cascade=True)
    second_family_id: UUID = reference("conference_families", cascade=True)
    rule: Apart = Field(Apart.MIN_GAP, sa_type=WORD)
    minutes: int = Field(30, ge=5, le=240)

    @field_validator("second_family_id")
    @classmethod
    def _is_another(cls, second: UUID, known: ValidationInfo) -> UUID:
        if second == known.data.get("first_family_id"):
            raise PydanticCustomError("same_family", "Name two different families.")
        return second

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        self.first_family_id, self.second_family_id = sorted((self.first_family_id, self.second_family_id))
        return self


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
