"""A message to one person about one thing that happened, and each way in which it was tried."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.row import MOMENT, WORD, Row, reference
from domain.messaging.models.words import DeliveryState, MessageKind, MessageState
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Topic, Urgency
from domain.plans.models.words import Party


class Message(Row, table=True):
    """`occasion` is what it is about, once and for all: the id of an event, or `reminder:<conversation>:<start>`. With
    the person it is unique, so nobody is told twice, however often events are read."""

    __tablename__ = "messages"
    __table_args__ = (
        Index(
            "messages_once",
            *("school_id", "occasion", "kind", "student_id", "party", "guardian_id"),
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index("messages_due", "school_id", "not_before", postgresql_where=text("state = 'waiting'")),
        Index(None, "school_id", "created_at", "id"),
        Index(None, "school_id", "resource_id"),
        Index(None, "school_id", "guardian_id"),
        Index(None, "school_id", "student_id"),
        Index(None, "school_id", "digest_id"),
        CheckConstraint("(party = 'guardian') = (guardian_id IS NOT NULL)", name="guardian_named"),
    )

    occasion: str
    kind: MessageKind = Field(sa_type=WORD)
    resource: str
    """The collection of the API, such as `conversations`, `conference-rounds` or `communication-plans`."""
    resource_id: UUID
    student_id: UUID = reference("students", cascade=True)
    party: Party = Field(sa_type=WORD)
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None)
    topic: Topic = Field(sa_type=WORD)
    urgency: Urgency = Field(Urgency.ORDINARY, sa_type=WORD)
    state: MessageState = Field(MessageState.WAITING, sa_type=WORD)
    channel: ContactChannel | None = Field(default=None, sa_type=WORD)
    languages: list[str] = Field(default=["nl"], sa_type=JSONB)
    not_before: datetime = Field(sa_type=MOMENT)
    too_late_at: datetime | None = Field(default=None, sa_type=MOMENT)
    """From then on it says nothing useful any longer."""
    sender_id: UUID | None = reference("staff_members", default=None)
    decision: dict[str, Any] = Field(default={}, sa_type=JSONB)
    """As decided, with its reasons (codes and data); kept with the message."""
    told: dict[str, Any] = Field(default={}, sa_type=JSONB)
    """The facts that it tells, by which a later change is known; ids and times, no words."""
    said: dict[str, Any] = Field(default={}, sa_type=JSONB)
    """What was said, by language, once it was: {"nl": {"subject": …, "text": …}}."""
    sent_at: datetime | None = Field(default=None, sa_type=MOMENT)
    digest_id: UUID | None = reference("messages", default=None)


class Delivery(Row, table=True):
    """The ledger: a message goes out by a channel at most once."""

    __tablename__ = "message_deliveries"
    __table_args__ = (
        Index("message_deliveries_once", "school_id", "message_id", "channel", unique=True),
        Index("message_deliveries_due", "school_id", "next_at", postgresql_where=text("state = 'queued'")),
        Index(
            "message_deliveries_under_way",
            *("school_id", "worker"),
            postgresql_where=text("state = 'handing_over'"),
        ),
    )

    message_id: UUID = reference("messages", cascade=True)
    channel: ContactChannel = Field(sa_type=WORD)
    state: DeliveryState = Field(DeliveryState.QUEUED, sa_type=WORD)
    attempts: int = 0
    next_at: datetime = Field(sa_type=MOMENT)
    worker: str | None = None
    """Whose journal says how far it came, while it is handed over."""
    confirmed: bool = True
    """False: it was handed over, and the answer was lost."""
    problem: str | None = None
    """A code of ours, never the words of the other side, which may name somebody."""
    sent_at: datetime | None = Field(default=None, sa_type=MOMENT)
