"""One transaction of one principal in one school."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar
from uuid import UUID

import asyncpg
from sqlalchemy import ColumnElement, Select, select, text, true
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col

from domain.kernel.entering import NO_MEMBERSHIP, entering
from domain.kernel.errors import FORBIDDEN, NOT_FOUND, STALE, Forbidden, NotFound, Stale, Unauthenticated
from domain.kernel.permissions import Permission
from domain.kernel.principal import Credential, KnownViewer, Principal, entered
from domain.kernel.row import PLATFORM, Row
from domain.kernel.rule import Finding

R = TypeVar("R", bound=Row)


class SchoolSession(AsyncSession):
    """A session bound to a school by row security. It knows who is asking and collects warnings for the answer."""

    principal: Principal
    language: str = "nl"

    def __init__(self, engine: AsyncEngine) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.warnings: list[Finding] = []

    async def enter(self, credential: Credential, permission: Permission) -> Principal:
        """Find the membership and bind the transaction to its school.

        Raises:
            Unauthenticated: when the subject has no membership (any longer).
            Forbidden: when none of its roles has the permission.
        """
        parameters = entering(credential, permission)
        row = (await self.execute(_ENTER, parameters)).mappings().one_or_none()
        if row is None:
            raise Unauthenticated(NO_MEMBERSHIP)
        if not row["allowed"]:
            raise Forbidden(FORBIDDEN)
        people = {key: row[key] for key in ("staff_id", "guardian_id", "student_id", "interpreter_id")}
        self.principal = Principal(row["school_id"], credential.name, frozenset(row["roles"]), **people)
        return self.principal

    async def bind_to(self, principal: Principal) -> None:
        """Bind the transaction to the school of a principal that needs no membership: the system itself."""
        await self.execute(_BIND, {"school_id": str(principal.school_id)})
        self.principal = principal

    @contextmanager
    def by_itself(self) -> Iterator[None]:
        """What the system does for several people at once: no event of it names one of them."""
        who = self.principal
        self.principal = Principal(who.school_id, who.subject, frozenset())
        try:
            yield
        finally:
            self.principal = who

    @property
    def viewer(self) -> KnownViewer:
        return KnownViewer(self.principal)

    async def get_row(
        self, table: type[R], row_id: UUID, visible: ColumnElement[bool] | None = None, *, version: int | None = None
    ) -> R:
        """The row of this school, locked for the change that follows.

        Raises:
            NotFound: when it is not there or not visible.
            Stale: when `version` is given and the row has another.
        """
        found = await self.find_row(_of_school(table, self.principal).where(col(table.id) == row_id, _or_true(visible)))
        if found is None:
            raise NotFound(NOT_FOUND)
        if version is not None and found.version != version:
            raise Stale(STALE)
        return found

    async def find_row(self, statement: Select[R]) -> R | None:
        """The row that a statement finds, locked, or None."""
        locked = statement.with_for_update().execution_options(populate_existing=True)
        return (await self.execute(locked)).scalar_one_or_none()

    async def rows(self, statement: Select[R]) -> list[R]:
        return list((await self.execute(statement)).scalars())

    async def driver(self) -> "asyncpg.Connection[asyncpg.Record]":
        """The asyncpg connection of this transaction, for compiled reads and COPY."""
        connection = await (await self.connection()).get_raw_connection()
        return connection.driver_connection


def _of_school(table: type[R], principal: Principal) -> Select[R]:
    """Row security says this too; saying it here lets the index serve. The platform sees the list of schools."""
    whole = principal.school_id == PLATFORM and table.__tablename__ == "schools"
    return select(table) if whole else select(table).where(col(table.school_id) == principal.school_id)


def _or_true(condition: ColumnElement[bool] | None) -> ColumnElement[bool]:
    return true() if condition is None else condition


_ENTER = select(entered)
_BIND = text("SELECT set_config('app.school_id', :school_id, true)")
