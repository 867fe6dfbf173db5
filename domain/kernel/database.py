"""The way to PostgreSQL: a pool of its own for compiled reads, an engine for writes, and a gate before each."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.kernel.connections import APP_SETTINGS, CACHE
from domain.kernel.permissions import Role
from domain.kernel.principal import Principal
from domain.kernel.session import SchoolSession


async def _nothing_to_reset(_: Any) -> None:
    """Reads are single statements: they leave nothing behind in the connection."""


class Database:
    """The connections of one process. Open and close it with `opened()`."""

    def __init__(self, url: str, reads: int, writes: int) -> None:
        self.url = url
        self._reads = asyncio.Semaphore(reads)  # first in, first out: asyncpg's own queue lets callers overtake
        self._writes = asyncio.Semaphore(writes)
        self._read_count = reads
        self.engine: AsyncEngine = create_async_engine(
            "postgresql+asyncpg://?prepared_statement_cache_size=1000",
            async_creator=self._connect,
            pool_size=writes,
            max_overflow=0,
        )
        self.pool: asyncpg.Pool[asyncpg.Record]

    async def _connect(self) -> "asyncpg.Connection[asyncpg.Record]":
        return await asyncpg.connect(self.url, server_settings=APP_SETTINGS, timeout=10, **CACHE)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["Database"]:
        self.pool = asyncpg.create_pool(
            self.url,
            min_size=0,
            max_size=self._read_count,
            server_settings=APP_SETTINGS,
            reset=_nothing_to_reset,
            **CACHE,
            timeout=10,
        )
        try:
            async with self.pool:
                yield self
        finally:
            await self.engine.dispose()

    @asynccontextmanager
    async def reading(self) -> "AsyncIterator[asyncpg.Connection[asyncpg.Record]]":
        """A connection for one compiled read."""
        async with self._reads, self.pool.acquire() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[SchoolSession]:
        """A session that is bound to no school yet; it commits when the block ends well and rolls back otherwise."""
        async with self._writes, SchoolSession(self.engine) as session, session.begin():
            yield session

    @asynccontextmanager
    async def working_for(self, school_id: UUID, subject: str = "samenspraak") -> AsyncIterator[SchoolSession]:
        """A session of the system itself within one school: the worker, the seeds, an import."""
        async with self.writing() as session:
            await session.bind_to(Principal(school_id, subject, frozenset({Role.ADMINISTRATOR})))
            yield session
