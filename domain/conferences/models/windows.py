"""A part of a day, as people say when they can."""

from datetime import UTC
from typing import Self

from pydantic import AwareDatetime, model_validator
from pydantic_core import PydanticCustomError
from sqlmodel import Field

from domain.kernel.row import Fields

MOST_WINDOWS = 40


class Window(Fields):
    """From a moment up to, and not including, another."""

    starts_at: AwareDatetime = Field(schema_extra={"examples": ["2026-11-17T16:00:00+01:00"]})
    ends_at: AwareDatetime = Field(schema_extra={"examples": ["2026-11-17T19:30:00+01:00"]})

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise PydanticCustomError("ends_before_start", "It must end after it starts.")
        self.starts_at, self.ends_at = self.starts_at.astimezone(UTC), self.ends_at.astimezone(UTC)
        return self

    def lies_in(self, other: "Window") -> bool:
        """It is a part of the other window, or all of it."""
        return other.starts_at <= self.starts_at and self.ends_at <= other.ends_at
