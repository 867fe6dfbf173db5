"""Which schools have messages to make, to send or to settle."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text

from domain.kernel import clock
from domain.kernel.database import Database
from domain.kernel.row import PLATFORM


class Busy(NamedTuple):
    school_id: UUID
    has_work: bool
    """Messages whose time came, or events that nobody followed yet."""
    has_open: bool
    """Something is being handed over, or was when a worker ended."""


async def busy_schools(database: Database) -> list[Busy]:
    """One statement for all schools, and nothing about them but this."""
    async with database.working_for(PLATFORM) as session:
        found = await session.execute(_BUSY, {"moment": clock.now()})
        return [Busy(*row) for row in found]


_BUSY = text("SELECT school_id, has_work, has_open FROM schools_with_messages(:moment)")
