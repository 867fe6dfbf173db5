"""With how many somebody comes to a moment of an activity: what a family, or the school for it, says."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Field

from domain.kernel.row import Fields
from domain.kernel.text import LanguageTag

MOST = 20


class SignUpState(StrEnum):
    """The life of a sign-up."""

    SIGNED_UP = "signed_up"
    WAITING = "waiting"
    """There are not enough places for all of them; it moves up by itself."""
    CANCELLED = "cancelled"


class EnteredHow(StrEnum):
    """How a sign-up came in."""

    APP = "app"
    STAFF = "staff"
    """By somebody of the school, such as after a talk at the gate."""
    ON_THE_DAY = "on_the_day"
    """By somebody of the school at the door."""


class ComingFields(Fields):
    """With how many, and in which language they like to be helped."""

    adults: int = Field(1, ge=0, le=MOST, description="Of the family.")
    children: int = Field(0, ge=0, le=MOST, description="Of the family.")
    brings_along: int = Field(0, ge=0, le=MOST, description="People from outside the family.")
    language: LanguageTag | None = Field(
        None, description="In which they wish to be helped there.", schema_extra={"examples": ["ar"]}
    )

    @model_validator(mode="after")
    def _somebody_comes(self) -> Self:
        if self.adults + self.children < 1:
            raise PydanticCustomError("nobody_comes", "Somebody of the family comes.")
        return self


class ComingThenFields(ComingFields):
    """To which moment they come."""

    moment_id: UUID


class SignUpFields(ComingThenFields):
    """A sign-up for one moment. A family may sign up for several: nobody is claimed."""

    guardian_id: UUID | None = Described(None, description="The school names who comes; a family leaves it out.")
    student_id: UUID | None = Described(None, description="The child through whom they come, when it is one.")


class CameFields(Fields):
    """One tap; a wrong one is taken back with `false`."""

    came: bool = True
