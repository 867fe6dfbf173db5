"""The change feed: events of finished transactions, oldest first."""

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, Select, func, literal_column, select, tuple_
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.errors import Gone, Message
from domain.kernel.events import KEPT, ChangeFields, Event
from domain.kernel.position import Position, decode_position, encode_position
from domain.kernel.session import SchoolSession

EXPIRED = Message(
    "changes_expired",
    "Deze wijzigingen worden niet meer bewaard. Lees alles opnieuw en ga verder zonder cursor.",
    "Ces modifications ne sont plus conservées. Relisez tout et continuez sans curseur.",
    "These changes are no longer kept. Read everything again and go on without a cursor.",
)


class Change(ChangeFields):
    """One event of the change feed."""

    id: UUID


class Feed(NamedTuple):
    """A part of the change feed and where the next one starts."""

    changes: list[Change]
    cursor: str
    more: bool


async def changes_since(session: SchoolSession, cursor: str | None, limit: int) -> Feed:
    """Events of finished transactions after the cursor, oldest first.

    Raises:
        Invalid: when the cursor is not one of this feed.
        Gone: when the cursor is older than what is kept, or comes from before the database was restored elsewhere.
    """
    cluster: int = (await session.execute(_CLUSTER)).scalar_one()
    position = decode_position(cursor) if cursor else Position(0, 0, float("inf"), cluster)
    if position.issued < (clock.now() - KEPT).timestamp() or position.cluster != cluster:
        raise Gone(EXPIRED)
    rows = await finished_events(session, position.transaction, position.sequence, limit + 1)
    for last in rows[:limit][-1:]:
        position = position._replace(transaction=last.transaction_id or 0, sequence=last.sequence or 0)
    changes = [Change.model_validate(row, from_attributes=True) for row in rows[:limit]]
    return Feed(changes, encode_position(position), more=len(rows) > limit)


async def finished_events(session: SchoolSession, transaction: int, sequence: int, limit: int) -> list[Event]:
    """What comes after this place, oldest first.

    A sequence number is given before its transaction commits, so reading by number alone would skip events of slow
    transactions. Everything below the oldest running transaction is final.
    """
    place = tuple_(Event.transaction_id, Event.sequence)
    statement = (
        select(Event)
        .where(col(Event.school_id) == session.principal.school_id)
        .where(place > tuple_(transaction, sequence), col(Event.transaction_id) < _OLDEST_RUNNING)
        .order_by(col(Event.transaction_id), col(Event.sequence))
        .limit(limit)
    )
    return list((await session.execute(statement)).scalars())


async def last_finished(session: SchoolSession) -> int:
    """The last transaction before which every event is there to be read."""
    return int((await session.execute(select(_OLDEST_RUNNING - 1))).scalar_one())


_CLUSTER: Select[Any] = select(literal_column("system_identifier")).select_from(func.pg_control_system())
"""Numbers of transactions start anew when a dump is restored into another cluster; then a cursor says nothing."""
_OLDEST_RUNNING = func.pg_snapshot_xmin(func.pg_current_snapshot()).op("::", return_type=BigInteger())(
    literal_column("text::bigint")
)
