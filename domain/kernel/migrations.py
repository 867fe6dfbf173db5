"""Bringing a database up to date. Imported by the command line only: alembic costs half a second."""

import asyncio
import os
from collections.abc import Callable

import asyncpg
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from domain.kernel.settings import Settings


def upgrade(url: str, revision: str = "head") -> None:
    """Run migrations up to a revision, as the owner that the URL names."""
    asyncio.run(_run(url, lambda config: command.upgrade(config, revision)))


def downgrade(url: str, revision: str) -> None:
    """Run migrations down to a revision."""
    asyncio.run(_run(url, lambda config: command.downgrade(config, revision)))


def check(url: str) -> None:
    """Raise when the tables in the code and in the database differ."""
    asyncio.run(_run(url, command.check))


async def _run(url: str, deed: Callable[[Config], None]) -> None:
    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(url)

    def with_connection(connection: Connection) -> None:
        config = _config()
        config.attributes["connection"] = connection
        deed(config)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect, poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.run_sync(with_connection)
    await engine.dispose()


def _config() -> Config:
    folder = Settings().migrations
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("prepend_sys_path", f"{folder.parent}{os.pathsep}{folder}")
    config.set_main_option("path_separator", "os")
    return config
