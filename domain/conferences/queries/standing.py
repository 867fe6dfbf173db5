"""Rows for a deed, with what the caller is to them: of the family itself, or of the school."""

from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import Boolean, Select, Uuid, bindparam, func, select
from sqlmodel import col

from domain.kernel.asking import ASKING, asked_by
from domain.kernel.errors import FORBIDDEN, NOT_FOUND, STALE, Forbidden, NotFound, Stale
from domain.kernel.read import Visible
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession

R = TypeVar("R", bound=Row)


class Standing(StrEnum):
    """What the caller is to a family, or to its talk. Who is both is a member first (R17)."""

    MEMBER = "member"
    TEAM = "team"


class Seen(NamedTuple):
    """A row, and what the caller is to it."""

    row: Any
    standing: Standing

    @property
    def by_family(self) -> bool:
        return self.standing is Standing.MEMBER

    def ensure_team(self) -> None:
        """Refuse the family itself.

        Raises:
            Forbidden: this is for the school to do.
        """
        if self.by_family:
            raise Forbidden(FORBIDDEN)


class SeenBy(Generic[R]):
    """The rows of a table as a change finds them: who is a member, and who is of the team, is a long condition."""

    def __init__(self, table: type[R], member: Visible, team: Visible) -> None:
        self._table, self._standing = table, (member, team)

    @cached_property
    def _statement(self) -> Select[*tuple[Any, ...]]:
        table = self._table
        this = (col(table.school_id) == ASKING.school_id, col(table.id) == bindparam("row_id", type_=Uuid))
        standing = [func.coalesce(one(ASKING), False, type_=Boolean) for one in self._standing]
        found = select(table, *standing).where(*this).with_for_update(of=table)
        return found.execution_options(populate_existing=True)

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> Seen:
        """The row, locked.

        Raises:
            NotFound: when it is not there or the caller may not see it.
            Stale: when `version` is given and the row has another.
        """
        asked = {**asked_by(session.principal), "row_id": row_id}
        found = (await session.execute(self._statement, asked)).one_or_none()
        if found is None or not (found[1] or found[2]):
            raise NotFound(NOT_FOUND)
        if version is not None and found[0].version != version:
            raise Stale(STALE)
        return Seen(found[0], Standing.MEMBER if found[1] else Standing.TEAM)
