"""Messages as they go out."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.kernel.row import RowRead
from domain.messaging.models.words import DeliveryState, MessageKind, MessageState, TaskKind, TaskState
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Topic, Urgency
from domain.plans.models.words import Party


class MessageRead(RowRead):
    """A message to one person: what for, by which way and how far it is. Never an address or a number."""

    kind: MessageKind
    resource: str = Field(description="The collection of what it is about, such as `conversations`.")
    resource_id: UUID
    student_id: UUID
    party: Party
    guardian_id: UUID | None
    topic: Topic
    urgency: Urgency
    state: MessageState
    channel: ContactChannel | None = Field(description="Null: no way was open; a person of the school finds one.")
    languages: list[str] = Field(description="The reader's first, Dutch beside it.")
    not_before: datetime
    too_late_at: datetime | None
    sender_id: UUID | None = Field(description="Who of the staff it comes from; null for the office.")
    sent_at: datetime | None
    digest_id: UUID | None = Field(description="The message in which it was said together with others.")


class DeliveryRead(SQLModel):
    """One way that was tried."""

    channel: ContactChannel
    state: DeliveryState
    attempts: int
    sent_at: datetime | None
    confirmed: bool = Field(description="False: it was handed over, and the answer was lost.")
    problem: str | None


class MessageTaskRead(SQLModel):
    """What a person of the school does for it."""

    id: UUID
    kind: TaskKind
    channel: ContactChannel | None
    staff_id: UUID | None
    state: TaskState
    due_at: datetime


class ReasonRead(SQLModel):
    """One step of a decision, in the reader's language."""

    code: str
    detail: str


class MessageKept(MessageRead):
    """A message with all that is kept of it; the reasons still without words."""

    said: dict[str, Any] = Field(
        description="By language: `{subject, text}`; empty until it was said, and when kept no longer."
    )
    further: list[ContactChannel] = Field(description="What comes next when this way fails, the best first.")
    reasons: list[dict[str, Any]]
    deliveries: list[DeliveryRead]
    tasks: list[MessageTaskRead] = Field(description="For readers of the school.")


class MessageWhole(MessageKept):
    """A message: what it said, why it went this way, and every way that was tried."""

    reasons: list[ReasonRead]  # type: ignore[assignment]
