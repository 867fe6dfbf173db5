"""What the evening asks of the staff."""

from uuid import UUID

from pydantic import Field as Described
from sqlmodel import SQLModel


class TightTalk(SQLModel):
    """A talk that its family cannot reach in time, as things go."""

    booking_id: UUID = Described(description="The talk that ends too late.")
    next_booking_id: UUID = Described(description="The talk that begins before the family can be there.")
    minutes_short: int = Described(ge=1)


class TightTalks(SQLModel):
    """All of them, in order."""

    items: list[TightTalk]
