"""Hours of the week, on the clock of the school."""

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Field

from domain.kernel.row import Fields
from domain.plans.models.contact_words import DayOfWeek

LocalTime = Annotated[
    str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"), Field(schema_extra={"examples": ["16:30"]})
]
"""Hours and minutes on the clock of the school."""


class WeeklyHours(Fields):
    """A part of one day of the week, half open."""

    weekday: DayOfWeek
    from_time: LocalTime
    to_time: LocalTime

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.to_time <= self.from_time:
            raise PydanticCustomError("ends_before_start", "It must end after it starts.")
        return self
