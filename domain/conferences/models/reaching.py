"""Reaching families that did not answer, and what they are offered instead (R10)."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from domain.conferences.models.words import Alternative, AttemptChannel
from domain.kernel.row import Fields


class Attempt(Fields):
    """Another way in which the school tried to reach a family (R10)."""

    channel: AttemptChannel
    reached: bool = Field(default=False, description="Whether somebody was reached. Not being reached is no refusal.")


class AttemptRead(SQLModel):
    """An attempt as it goes out."""

    channel: AttemptChannel
    reached: bool
    at: datetime


class AlternativeFields(Fields):
    """What a family is offered instead of a talk in the round (R10)."""

    alternative: Alternative | None = Field(description="Null takes it back.")
