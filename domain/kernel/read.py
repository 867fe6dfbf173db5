"""Reads, compiled once: PostgreSQL writes the JSON document, in the reader's language, of what the reader may see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, cast

import asyncpg
from sqlalchemy import (
    Alias,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    String,
    Uuid,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

from domain.kernel.cursor import BAD_CURSOR, decode_cursor, encode_cursor
from domain.kernel.entering import NO_MEMBERSHIP, entering
from domain.kernel.errors import FORBIDDEN, NOT_FOUND, Detail, Forbidden, Invalid, NotFound, Unauthenticated
from domain.kernel.page import BAD_SORT, PageQuery
from domain.kernel.permissions import Permission
from domain.kernel.principal import Credential, Viewer, entered
from domain.kernel.row import PLATFORM, Expression, Row, tenancy
from domain.kernel.session import SchoolSession
from domain.kernel.statement import Statement, compiled
from domain.kernel.text import is_text, picked

LANGUAGE = bindparam("language", type_=String)
"""What the reader reads best; also there when all languages are asked for."""

_PLATFORM = literal_column(f"'{PLATFORM}'::uuid", Uuid)
_VIEWER = cast(Viewer, entered.c)

Visible = Callable[[Viewer], ColumnElement[bool]]
Condition = Callable[[Any], ColumnElement[bool]]


@dataclass(frozen=True)
class Reading:
    """What a computed field may need: who reads, and in which language (None: all of them)."""

    viewer: Viewer
    language: ColumnElement[str] | None


Computed = Callable[[Reading], Any]
"""An expression in SQL (SQLAlchemy types a table's columns and other expressions apart)."""


def everyone(_: Viewer) -> ColumnElement[bool]:
    """Visible to all who have the permission."""
    return true()


def looked_up(column: Any, *on: ColumnElement[bool]) -> ColumnElement[Any]:
    """One value of the row of another table, for use inside a document."""
    return select(column).where(*on).correlate_except(column.class_).scalar_subquery()


def another(table: type[Row]) -> Alias:
    """The table under a name of its own, for a statement that has it already."""
    return table.__table__.alias()  # type: ignore[attr-defined,no-any-return]


def there_is(table: type[Row] | Alias, *on: ColumnElement[bool]) -> ColumnElement[bool]:
    """The table has such a row."""
    return select(1).select_from(table).where(*on).correlate_except(table).exists()


def once(name: str, kind: type[TypeEngine[Any]]) -> ColumnElement[Any]:
    """A value that the document around it works out `once` for each row."""
    return literal_column(f"once.{name}", kind)


@dataclass(frozen=True)
class Document:
    """How rows of a table go out: the Read model names the fields, `computed` those that are no plain column."""

    read: type[SQLModel]
    table: type[Row]
    visible: Visible = everyone
    computed: Mapping[str, Computed] = field(default_factory=dict)
    beside: Mapping[type[Row], ColumnElement[bool]] = field(default_factory=dict)
    """Rows of other tables that belong to this one, or are not there: their columns may be used in `computed`."""
    once: Mapping[str, Computed] = field(default_factory=dict)
    """What several computed fields need (see `once()`)."""
    key: str = "id"

    def columns(self, reading: Reading) -> list[Any]:
        return [self._column(name, reading).label(name) for name in self.read.model_fields]

    def _column(self, name: str, reading: Reading) -> Any:
        if name in self.computed:
            return self.computed[name](reading)
        column: ColumnElement[Any] = self.table.__table__.c[name]  # type: ignore[attr-defined]
        if reading.language is not None and is_text(self.read.model_fields[name]):
            return picked(column, reading.language)
        return column

    def of_school(self, viewer: Viewer) -> ColumnElement[bool]:
        """Rows of the viewer's school; of the shared library too where the table is shared."""
        column: ColumnElement[Any] = self.table.__table__.c.school_id  # type: ignore[attr-defined]
        kind = tenancy(self.table.__table__)  # type: ignore[attr-defined]
        if kind == "schools":
            return or_(column == viewer.school_id, viewer.school_id == _PLATFORM)
        return column.in_([viewer.school_id, _PLATFORM]) if kind == "shared" else column == viewer.school_id

    def rows(self, reading: Reading, *conditions: ColumnElement[bool]) -> tuple[Select[Any], ColumnElement[Any]]:
        """The visible rows that meet the conditions, and the JSON document of each as an expression."""
        fields = select(*self.columns(reading)).correlate_except(None).lateral("document")
        rows = select().select_from(self._source(reading).join(fields, true()))
        rows = rows.where(self.of_school(reading.viewer), self.visible(reading.viewer), *conditions)
        return rows, func.row_to_json(literal_column("document"))

    def _source(self, reading: Reading) -> FromClause:
        source: FromClause = self.table.__table__  # type: ignore[attr-defined]
        for table, on in self.beside.items():
            source = source.outerjoin(table, on)
        if self.once:
            shared = [made(reading).label(name) for name, made in self.once.items()]
            # The offset keeps PostgreSQL from writing each value out again wherever it is used.
            source = source.join(select(*shared).correlate_except(None).offset(0).lateral("once"), true())
        return source

    def nested(self, reading: Reading, on: ColumnElement[bool], *order_by: Expression) -> ColumnElement[Any]:
        """The visible rows that belong to another document, as a JSON list inside it."""
        rows, document = self.rows(reading, on)
        items = func.json_agg(aggregate_order_by(document, *order_by) if order_by else document)
        listed = rows.add_columns(func.coalesce(items, literal_column("'[]'::json")))
        return listed.correlate_except(self.table.__table__).scalar_subquery()  # type: ignore[attr-defined]

    @cached_property
    def _statements(self) -> dict[bool, Statement]:
        return {everything: self._one(everything) for everything in (False, True)}

    def _one(self, everything: bool) -> Statement:
        column = self.table.__table__.c[self.key]  # type: ignore[attr-defined]
        rows, document = self.rows(_reading(everything), column == bindparam("key", type_=column.type))
        found = rows.add_columns(sql_cast(document, String).label("body")).limit(1).lateral("found")
        return compiled(_seen_by_viewer(found, found.c.body))

    async def one(self, connection: Any, asking: Mapping[str, Any], key: Any, *, everything: bool = False) -> str:
        """The document with this key, as JSON.

        Raises:
            Unauthenticated, Forbidden, NotFound: in that order.
        """
        statement = self._statements[everything]
        row = await connection.fetchrow(statement.sql, *statement.arguments({**asking, "key": key}))
        admit(row)
        if row["body"] is None:
            raise NotFound(NOT_FOUND)
        return str(row["body"])

    async def of(self, session: SchoolSession, key: Any, credential: Credential, permission: Permission) -> str:
        """The same, as the transaction of a change sees it."""
        await session.flush()
        return await self.one(await session.driver(), asking(credential, permission, session.language), key)


def asking(credential: Credential, permission: Permission, language: str) -> dict[str, Any]:
    """The parameters every compiled read takes."""
    return {**entering(credential, permission), "language": language}


class Slice(NamedTuple):
    """A page as it came from the database."""

    bodies: list[str]
    next_cursor: str | None
    total: int | None


@dataclass(frozen=True)
class Listing:
    """A list of documents: the filters it takes and the columns it can be sorted by, the first being the default.

    A list that is `stamped` looks the same to everybody of a school in the same language, and every change of it bumps
    the stamp of that name (see `stamps.py`): so the edge may keep finished pages.
    """

    document: Document
    sorts: Mapping[str, Expression]
    filters: Mapping[str, Condition] = field(default_factory=dict)
    where: Visible = everyone
    stamped: str | None = None
    _compiled: dict[tuple[Any, ...], Statement] = field(default_factory=dict)

    async def page(self, connection: Any, asking: Mapping[str, Any], query: PageQuery) -> Slice:
        """One page; one statement, whatever its size.

        Raises:
            Unauthenticated, Forbidden: as the viewer's membership says.
            Invalid: when the cursor or the sort is not of this list.
        """
        filters = query.filters()
        sort = query.sort or next(iter(self.sorts))
        if sort.removeprefix("-") not in self.sorts:
            allowed = ", ".join(self.sorts)
            raise Invalid(BAD_SORT, Detail("?sort", BAD_SORT, {"allowed": allowed}), allowed=allowed)
        statement = self._statement(sort, tuple(filters), query)
        given = {**asking, **{_asked(name): said for name, said in filters.items()}, "limit": query.limit + 1}
        if query.cursor:
            given["after_key"], given["after_id"] = decode_cursor(query.cursor)
        try:
            rows = await connection.fetch(statement.sql, *statement.arguments(given))
        except asyncpg.DataError:  # a cursor of another list: its key does not fit this column
            if not query.cursor:
                raise
            raise Invalid(BAD_CURSOR, Detail("?cursor", BAD_CURSOR)) from None
        return _slice(rows, query)

    def _statement(self, sort: str, filters: tuple[str, ...], query: PageQuery) -> Statement:
        shape = (sort, filters, query.cursor is not None, query.include, query.lang)
        if shape not in self._compiled:
            self._compiled[shape] = self._compile(*shape)
        return self._compiled[shape]

    def _compile(
        self, sort: str, filters: tuple[str, ...], after: bool, total: str | None, lang: str | None
    ) -> Statement:
        reading = _reading(lang == "all")
        table = self.document.table.__table__  # type: ignore[attr-defined]
        by: Any = self.sorts[sort.removeprefix("-")]
        conditions = [self._condition(name) for name in filters] + [self.where(reading.viewer)]
        rows, document = self.document.rows(reading, *conditions)
        counted = rows.add_columns(func.count().label("total")).lateral("counted") if total else None
        if after:
            mark = tuple_(sql_cast(bindparam("after_key", type_=String), by.type), bindparam("after_id", type_=Uuid))
            here = tuple_(by, table.c.id)
            rows = rows.where(here < mark if sort.startswith("-") else here > mark)
        order = [by.desc(), table.c.id.desc()] if sort.startswith("-") else [by, table.c.id]
        found = (
            rows.add_columns(
                sql_cast(document, String).label("body"), sql_cast(by, String).label("key"), table.c.id.label("id")
            )
            .order_by(*order)
            .limit(bindparam("limit", type_=Integer))
            .lateral("found")
        )
        columns = [found.c.body, found.c.key, found.c.id]
        return compiled(_seen_by_viewer(found, *columns, counted=counted))

    def _condition(self, name: str) -> ColumnElement[bool]:
        """A named filter, or what its name says: `starts_at_gte` compares, a list contains, the rest is equal."""
        if name in self.filters:
            return self.filters[name](bindparam(_asked(name)))
        table = self.document.table.__table__  # type: ignore[attr-defined]
        base, _, comparison = name.rpartition("_")
        if comparison in _COMPARISONS:
            return cast("ColumnElement[bool]", _COMPARISONS[comparison](table.c[base], _asked(name)))
        column: ColumnElement[Any] = table.c[name]
        if isinstance(column.type, JSONB):
            return column.bool_op("?")(bindparam(_asked(name), type_=String))
        return column == bindparam(_asked(name), type_=column.type)


def _asked(name: str) -> str:
    """The parameter of a filter: whatever a filter is called, it never says who is reading."""
    return f"asked_{name}"


_COMPARISONS: dict[str, Callable[[Any, str], Any]] = {
    "gte": lambda column, name: column >= bindparam(name, type_=column.type),
    "lt": lambda column, name: column < bindparam(name, type_=column.type),
}


def _reading(everything: bool) -> Reading:
    return Reading(_VIEWER, None if everything else LANGUAGE)


def _seen_by_viewer(found: FromClause, *columns: ColumnElement[Any], counted: FromClause | None = None) -> Select[Any]:
    """What was found, beside whether the viewer is admitted: entering comes first, since the lateral needs its row."""
    viewed = select(entered.c.allowed, *columns)
    source = entered if counted is None else entered.join(counted, true())
    if counted is not None:
        viewed = viewed.add_columns(counted.c.total)
    return viewed.select_from(source.outerjoin(found, entered.c.allowed))


def admit(row: Any) -> None:
    """Let the viewer of this row through.

    Raises:
        Unauthenticated, Forbidden: without a membership, or without the permission.
    """
    if row is None:
        raise Unauthenticated(NO_MEMBERSHIP)
    if not row["allowed"]:
        raise Forbidden(FORBIDDEN)


def _slice(rows: list[Any], query: PageQuery) -> Slice:
    admit(rows[0] if rows else None)
    total = rows[0]["total"] if query.include else None
    bodies = [row["body"] for row in rows[: query.limit] if row["body"] is not None]
    last = rows[query.limit - 1] if len(rows) > query.limit else None
    return Slice(bodies, encode_cursor(last["key"], last["id"]) if last else None, total)
