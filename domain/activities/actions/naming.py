"""Rows that a body names: whom or what the caller may not see does not exist for them."""

from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession


async def check_named(
    session: SchoolSession, table: type[Row], row_id: UUID | None, visible: ColumnElement[bool], pointer: str
) -> None:
    """
    Raises:
        Invalid: `unknown_reference`, pointing at the name.
    """
    if row_id is None:
        return
    this = (col(table.school_id) == session.principal.school_id, col(table.id) == row_id)
    if (await session.execute(select(col(table.id)).where(*this, visible))).first() is None:
        raise Invalid(DOES_NOT_EXIST, Detail(pointer, DOES_NOT_EXIST))
