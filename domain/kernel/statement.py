"""Statements, compiled once, as asyncpg wants them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Select
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

_DIALECT = PGDialect_asyncpg()  # type: ignore[no-untyped-call]


class Statement(NamedTuple):
    """SQL text for asyncpg, the names of its parameters in order, and the values that never change."""

    sql: str
    names: list[str]
    fixed: Mapping[str, Any]

    def arguments(self, given: Mapping[str, Any]) -> list[Any]:
        return [given[name] if name in given else self.fixed[name] for name in self.names]


def compiled(statement: Select[Any]) -> Statement:
    """A statement as asyncpg wants it; the work of SQLAlchemy is done once, here."""
    made = statement.compile(dialect=_DIALECT)
    return Statement(made.string, list(made.positiontup or ()), made.params)
