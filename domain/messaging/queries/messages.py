"""How messages go out."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime
from pydantic import Field as Described
from sqlalchemy import ColumnElement, func, literal_column
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.families.queries import reads_as_school
from domain.kernel.page import PageQuery
from domain.kernel.read import Document, Listing, Reading
from domain.messaging.models import Delivery, Message, MessageTask
from domain.messaging.models.message_reads import DeliveryRead, MessageKept, MessageRead, MessageTaskRead
from domain.messaging.models.words import MessageKind, MessageState
from domain.messaging.queries.visibility import of_message, sees_message
from domain.plans.models.contact_words import ContactChannel

DELIVERIES = Document(DeliveryRead, Delivery)
TASKS_OF_MESSAGE = Document(
    MessageTaskRead, MessageTask, visible=lambda viewer: reads_as_school(viewer, col(Message.student_id))
)


def _decided(name: str) -> ColumnElement[Any]:
    """A list of the decision; a message that nobody decided about has an empty one."""
    return func.coalesce(col(Message.decision).op("->")(name), literal_column("'[]'::jsonb"), type_=JSONB)


def _deliveries(reading: Reading) -> ColumnElement[Any]:
    return DELIVERIES.nested(reading, of_message(Delivery), col(Delivery.id))


def _tasks(reading: Reading) -> ColumnElement[Any]:
    return TASKS_OF_MESSAGE.nested(reading, of_message(MessageTask), col(MessageTask.id))


MESSAGE = Document(
    MessageKept,
    Message,
    visible=sees_message,
    computed={
        "further": lambda _: _decided("further"),
        "reasons": lambda _: _decided("reasons"),
        "deliveries": _deliveries,
        "tasks": _tasks,
    },
)

LISTED = Document(MessageRead, Message, visible=sees_message)


class MessageQuery(PageQuery):
    """Which messages."""

    sort: str | None = Described("-created_at", pattern="^-?created_at$", description="The newest first.")
    state: MessageState | None = None
    kind: MessageKind | None = None
    channel: ContactChannel | None = None
    student_id: UUID | None = None
    guardian_id: UUID | None = None
    resource_id: UUID | None = None
    since: AwareDatetime | None = Described(None, description="Made then or later.")


def _since(given: ColumnElement[datetime]) -> ColumnElement[bool]:
    return col(Message.created_at) >= given


MESSAGES = Listing(LISTED, sorts={"created_at": col(Message.created_at)}, filters={"since": _since})
