"""Some days in a row. Days end exclusively (half open)."""

from datetime import date
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Field

from domain.kernel.row import Fields


class Interval(Fields):
    """Days from `starts_on` up to, and not including, `ends_on`."""

    starts_on: date
    ends_on: date = Field(description="The first day after it.")

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.ends_on <= self.starts_on:
            raise PydanticCustomError("ends_before_start", "It must end after it starts.")
        return self
