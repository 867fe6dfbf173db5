"""People who came without a sign-up, counted on the day: numbers, never names."""

from typing import Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import Fields, Row, RowRead, reference
from domain.kernel.text import LanguageTag

MOST = 500


class WalkInFields(Fields):
    """One family, or everybody who came in just now."""

    adults: int = Field(0, ge=0, le=MOST)
    children: int = Field(0, ge=0, le=MOST)
    language: LanguageTag | None = Field(
        None, description="In which they were helped, or would have liked to be.", schema_extra={"examples": ["ar"]}
    )

    @model_validator(mode="after")
    def _somebody_came(self) -> Self:
        if self.adults + self.children < 1:
            raise PydanticCustomError("nobody_comes", "Somebody of the family comes.")
        return self


class WalkIn(Row, WalkInFields, table=True):
    __tablename__ = "activity_walk_ins"
    __table_args__ = (Index(None, "school_id", "moment_id"),)

    activity_id: UUID = reference("activities", cascade=True)
    moment_id: UUID = reference("activity_moments", cascade=True)
    entered_by_staff_id: UUID | None = reference("staff_members", default=None)


class WalkInRead(RowRead, WalkInFields):
    """Walk-ins, as they go out."""

    activity_id: UUID
    moment_id: UUID
