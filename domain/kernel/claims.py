"""No double booking: a claim on every five-minute cell that a meeting takes of a person or a room.

The primary key of `claims` is what refuses a second claim.
"""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Integer
from sqlmodel import Field, SQLModel

from domain.kernel.resources import ResourceKind
from domain.kernel.row import WORD

CELL_SECONDS = 300


def cells_between(starts_at: datetime, ends_at: datetime) -> range:
    """Numbers of the five-minute cells since 1970 that a half open interval touches."""
    return range(int(starts_at.timestamp()) // CELL_SECONDS, -(-int(ends_at.timestamp()) // CELL_SECONDS))


class Claimed(NamedTuple):
    """A resource and the half open interval it is taken for."""

    kind: ResourceKind
    resource_id: UUID
    starts_at: datetime
    ends_at: datetime

    def cells(self) -> range:
        """The five-minute cells that it takes."""
        return cells_between(self.starts_at, self.ends_at)


class Claim(SQLModel, table=True):
    __tablename__ = "claims"

    school_id: UUID = Field(primary_key=True)
    resource_id: UUID = Field(primary_key=True)
    cell: int = Field(primary_key=True, sa_type=Integer)
    kind: ResourceKind = Field(sa_type=WORD)
    holder_id: UUID = Field(index=True, description="The conversation, booking or hold that takes it.")
