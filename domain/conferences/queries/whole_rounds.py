"""Statements about a whole round at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text

from domain.kernel.session import SchoolSession

_HASH, _ANY = text("SET LOCAL enable_nestloop = off"), text("SET LOCAL enable_nestloop = on")


@asynccontextmanager
async def expecting_many(session: SchoolSession) -> AsyncIterator[None]:
    """Tell PostgreSQL that the joins in this block are of thousands of rows: right after a publication its statistics
    know of none, and it would look through a whole table for each row."""
    await session.execute(_HASH)
    yield
    await session.execute(_ANY)
