"""What happened, written in the same transaction as the deed (the outbox); messages and webhooks follow it later."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel import clock
from domain.kernel.row import MOMENT, new_id
from domain.kernel.session import SchoolSession

KEPT = timedelta(days=30)


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
