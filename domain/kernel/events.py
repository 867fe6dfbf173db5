"""What happened, written in the same transaction as the deed (the outbox); messages and webhooks follow it later."""

import base64
import binascii
import json
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, Select, func, literal_column, select, text, tuple_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel, col

from domain.kernel import clock
from domain.kernel.errors import Detail, Gone, Invalid, Message
from domain.kernel.page import BAD_CURSOR
from domain.kernel.row import MOMENT, new_id
from domain.kernel.session import SchoolSession

KEPT = timedelta(days=30)

EXPIRED = Message(
    "changes_expired",
    "Deze wijzigingen worden niet meer bewaard. Lees alles opnieuw en ga verder zonder cursor.",
    "Ces modifications ne sont plus conservées. Relisez tout et continuez sans curseur.",
    "These changes are no longer kept. Read everything again and go on without a cursor.",
)


class ChangeFields(SQLModel):
    """Ids only: who reads a change fetches the object, and sees of it what they may see."""

    type: str = Field(description="What happened, such as `conversation.accepted`; `*.deleted` is a tombstone.")
    resource: str = Field(description="The collection in the API, such as `conversations`.")
    resource_id: UUID
    occurred_at: datetime = Field(default_factory=clock.now, sa_type=MOMENT)
    data: dict[str, str] = Field(default={}, sa_type=JSONB, description="Ids that help to decide whether to fetch.")


class Event(ChangeFields, table=True):
    __tablename__ = "events"
    __table_args__ = (Index(None, "school_id", "transaction_id", "sequence"), {"info": {"tenancy": "log"}})

    school_id: UUID = Field(primary_key=True)
    id: UUID = Field(primary_key=True, default_factory=new_id)
    sequence: int | None = Field(
        default=None, sa_type=BigInteger, nullable=False, sa_column_args=[Identity(always=True)]
    )
    transaction_id: int | None = Field(
        default=None,
        sa_type=BigInteger,
        nullable=False,
        sa_column_kwargs={"server_default": text("(pg_current_xact_id()::text::bigint)")},
    )
    actor_id: UUID | None = None


class Change(ChangeFields):
    """One event of the change feed."""

    id: UUID


class Feed(NamedTuple):
    """A part of the change feed and where the next one starts."""

    changes: list[Change]
    cursor: str
    more: bool


def record(session: SchoolSession, type: str, resource: str, resource_id: UUID, **ids: UUID | str | None) -> None:  # noqa: A002
    """Write that something happened; it is there when, and only when, the deed commits."""
    session.add(
        Event(
            school_id=session.principal.school_id,
            type=type,
            resource=resource,
            resource_id=resource_id,
            actor_id=session.principal.person_id,
            data={name: str(value) for name, value in ids.items() if value is not None},
        )
    )


async def changes_since(session: SchoolSession, cursor: str | None, limit: int) -> Feed:
    """Events of finished transactions after the cursor, oldest first.

    A sequence number is given before its transaction commits, so reading by number alone would skip events of slow
    transactions. Everything below the oldest running transaction is final.

    Raises:
        Invalid: when the cursor is not one of this feed.
        Gone: when the cursor is older than what is kept, or comes from before the database was restored elsewhere.
    """
    cluster: int = (await session.execute(_CLUSTER)).scalar_one()
    position = _decode(cursor) if cursor else _Position(0, 0, float("inf"), cluster)
    if position.issued < (clock.now() - KEPT).timestamp() or position.cluster != cluster:
        raise Gone(EXPIRED)
    place = tuple_(Event.transaction_id, Event.sequence)
    statement = (
        select(Event)
        .where(col(Event.school_id) == session.principal.school_id)
        .where(place > tuple_(position.transaction, position.sequence), col(Event.transaction_id) < _OLDEST_RUNNING)
        .order_by(col(Event.transaction_id), col(Event.sequence))
        .limit(limit + 1)
    )
    rows = list((await session.execute(statement)).scalars())
    for last in rows[:limit][-1:]:
        position = position._replace(transaction=last.transaction_id or 0, sequence=last.sequence or 0)
    changes = [Change.model_validate(row, from_attributes=True) for row in rows[:limit]]
    return Feed(changes, _encode(position), more=len(rows) > limit)


class _Position(NamedTuple):
    transaction: int
    sequence: int
    issued: float
    cluster: int


_CLUSTER: Select[Any] = select(literal_column("system_identifier")).select_from(func.pg_control_system())
"""Numbers of transactions start anew when a dump is restored into another cluster; then a cursor says nothing."""
_OLDEST_RUNNING = func.pg_snapshot_xmin(func.pg_current_snapshot()).op("::")(literal_column("text::bigint"))


def _encode(position: _Position) -> str:
    issued = int(clock.now().timestamp())
    document = json.dumps([*position[:2], issued, position.cluster])
    return base64.urlsafe_b64encode(document.encode()).decode().rstrip("=")


def _decode(cursor: str) -> _Position:
    try:
        position = _Position(*map(int, json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))))
    except (binascii.Error, ValueError, TypeError, OverflowError):
        position = None
    if position is None or not all(0 <= number < _BEYOND for number in position):
        raise Invalid(BAD_CURSOR, Detail("?cursor", BAD_CURSOR))
    return position


_BEYOND = 2**63
"""What PostgreSQL's bigint does not hold."""
