"""Which families take part in a round, and who of them is asked."""

from typing import Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Field, SQLModel

from domain.kernel.row import Fields


class FamilyAddFields(Fields):
    """Which families take part: one, all of some classes, or all of the round's level."""

    household_id: UUID | None = None
    guardian_id: UUID | None = Field(None, description="A guardian who lives in no household that the school knows.")
    class_ids: list[UUID] | None = Field(None, min_length=1, max_length=200)
    whole_level: bool = False

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        said = [self.household_id, self.guardian_id, self.class_ids, self.whole_level or None]
        if sum(one is not None for one in said) != 1:
            raise PydanticCustomError("one_of_these", "Say one of these: a household, a guardian, classes, all.")
        return self


class FamiliesAdded(SQLModel):
    """How many families are new in the round, and how many it has now."""

    added: int
    families: int


class InviteFields(Fields):
    """Which families are asked."""

    family_ids: list[UUID] | None = Field(
        None, min_length=1, max_length=500, description="Null: all who were not asked yet."
    )


class Invited(SQLModel):
    """How many families were asked just now, and how many have nobody whom the school may ask."""

    asked: int
    nobody_to_ask: int
