"""Whether anything changed since: a number for each subject that a school and the library keep, bumped by triggers."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, String, bindparam, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlmodel import Field, SQLModel, col

from domain.kernel.principal import entered
from domain.kernel.read import admit
from domain.kernel.row import PLATFORM, SHARED
from domain.kernel.statement import compiled


class Stamp(SQLModel, table=True):
    """`value` is the transaction that last changed the subject: two states of it never have the same."""

    __tablename__ = "stamps"
    __table_args__ = SHARED

    school_id: UUID = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    value: int = Field(sa_type=BigInteger)


class State(NamedTuple):
    """What a viewer's school sees of a subject is as it was when the stamps, the library's first, are the same."""

    school_id: UUID
    stamps: list[int] | None


_STAMPS = (
    select(func.array_agg(aggregate_order_by(col(Stamp.value), col(Stamp.school_id))))
    .where(col(Stamp.subject) == bindparam("stamped", type_=String))
    .where(col(Stamp.school_id).in_([entered.c.school_id, PLATFORM]))
    .scalar_subquery()
)
_STATE = compiled(select(entered.c.allowed, entered.c.school_id, _STAMPS.label("stamps")))


async def state_of(connection: Any, asking: Mapping[str, Any], subject: str) -> State:
    """Who reads, and the stamps of the subject, in one statement.

    Raises:
        Unauthenticated, Forbidden: as the viewer's membership says.
    """
    row = await connection.fetchrow(_STATE.sql, *_STATE.arguments({**asking, "stamped": subject}))
    admit(row)
    return State(row["school_id"], row["stamps"])
