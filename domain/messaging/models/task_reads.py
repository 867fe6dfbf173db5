"""Tasks as they go out, and what is written of them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from domain.kernel.contact import Phone
from domain.kernel.row import Fields, RowRead
from domain.messaging.models.words import MessageKind, TaskKind, TaskState
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Topic
from domain.plans.models.words import Party


class TaskRead(RowRead):
    """What somebody of the school does to reach one person."""

    message_id: UUID
    kind: TaskKind
    channel: ContactChannel | None
    staff_id: UUID | None = Field(description="Whose; null: of the office.")
    state: TaskState
    due_at: datetime
    is_urgent: bool
    done_at: datetime | None
    done_by_id: UUID | None
    message_kind: MessageKind
    topic: Topic
    student_id: UUID
    party: Party
    guardian_id: UUID | None
    languages: list[str] = Field(description="Of the message: the family's first.")


class TaskKept(TaskRead):
    """One task, with whom it is for."""

    to: str = Field(description="The guardian's name, or the student's.")
    about: str = Field(description="The student's name.")
    phone: Phone | None = Field(
        description="While the task is open, for who must do it; the urgent number for what is urgent."
    )


class TaskWhole(TaskKept):
    """One task, with what to say."""

    script: dict[str, list[str]] = Field(
        description="What to say, by language, line by line: in Dutch, and in the family's language where we have it. "
        "Nothing when they may not be told any longer."
    )


class TaskFields(Fields):
    """Who does it."""

    staff_id: UUID | None = Field(description="A colleague; null gives it to the office.")
