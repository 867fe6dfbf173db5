"""Counting the statements of compiled reads."""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from house import House


@contextmanager
def listening(house: House) -> Iterator[list[str]]:
    """The statements that reads send to the database meanwhile."""
    said: list[str] = []

    def hear(logged: asyncpg.connection.LoggedQuery) -> None:
        said.append(logged.query)

    async def turn(on: bool) -> None:
        connections = [await house.database.pool.acquire() for _ in range(house.database._read_count)]
        for connection in connections:
            bare = connection._con
            (bare.add_query_logger if on else bare.remove_query_logger)(hear)
            await house.database.pool.release(connection)

    house.run(turn(True))
    yield said
    house.run(turn(False))
