"""What people of the school do where no machine should, or can."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from domain.kernel.row import MOMENT, WORD, Row, reference
from domain.messaging.models.words import TaskKind, TaskState
from domain.plans.models.contact_words import ContactChannel


class MessageTask(Row, table=True):
    __tablename__ = "message_tasks"
    __table_args__ = (
        Index(
            "message_tasks_once",
            *("school_id", "message_id", "kind", "channel"),
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index("message_tasks_open", "school_id", "due_at", "id", postgresql_where=text("state = 'open'")),
        Index(None, "school_id", "staff_id"),
    )

    message_id: UUID = reference("messages", cascade=True)
    kind: TaskKind = Field(sa_type=WORD)
    channel: ContactChannel | None = Field(default=None, sa_type=WORD)
    staff_id: UUID | None = reference("staff_members", default=None)
    """Whose; None: of the office."""
    state: TaskState = Field(TaskState.OPEN, sa_type=WORD)
    due_at: datetime = Field(sa_type=MOMENT)
    done_at: datetime | None = Field(default=None, sa_type=MOMENT)
    done_by_id: UUID | None = reference("staff_members", default=None)
    is_urgent: bool = False
