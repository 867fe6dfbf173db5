"""Rows for a change, when the caller may see them. Who may see what is a long condition, so it is built once."""

from functools import cached_property
from typing import Generic, TypeVar
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, select
from sqlmodel import col

from domain.kernel.asking import ASKING, asked_by
from domain.kernel.errors import NOT_FOUND, STALE, NotFound, Stale
from domain.kernel.read import Visible
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession

R = TypeVar("R", bound=Row)


class Locked(Generic[R]):
    """The rows of a table as a change finds them; `shared` when they only have to stay as they are meanwhile."""

    def __init__(self, table: type[R], visible: Visible, *, shared: bool = False) -> None:
        self._table, self._visible, self._shared = table, visible, shared

    @cached_property
    def _statement(self) -> Select[R]:
        table = self._table
        this = (col(table.school_id) == ASKING.school_id, col(table.id) == bindparam("row_id", type_=Uuid))
        found = select(table).where(*this, self._visible(ASKING)).with_for_update(read=self._shared, of=table)
        return found.execution_options(populate_existing=True)

    async def get(self, session: SchoolSession, row_id: UUID, version: int | None = None) -> R:
        """The row, locked.

        Raises:
            NotFound: when it is not there or the caller may not see it.
            Stale: when `version` is given and the row has another.
        """
        found = await session.scalar(self._statement, {**asked_by(session.principal), "row_id": row_id})
        if found is None:
            raise NotFound(NOT_FOUND)
        if version is not None and found.version != version:
            raise Stale(STALE)
        return found
