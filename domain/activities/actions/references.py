"""What a list of ids names has to be there: no foreign key looks inside a list."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.row import Row
from domain.kernel.session import SchoolSession


async def check_all_there(session: SchoolSession, table: type[Row], ids: Sequence[UUID], pointer: str) -> None:
    """Refuse ids of rows that this school does not have.

    Raises:
        Invalid: `unknown_reference`, naming each place in the list.
    """
    if not ids:
        return
    named = (col(table.school_id) == session.principal.school_id, col(table.id).in_(ids))
    there = set((await session.execute(select(col(table.id)).where(*named))).scalars())
    strange = [Detail(f"{pointer}/{place}", DOES_NOT_EXIST) for place, one in enumerate(ids) if one not in there]
    if strange:
        raise Invalid(DOES_NOT_EXIST, *strange)
