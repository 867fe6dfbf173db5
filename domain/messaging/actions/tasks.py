"""What people of the school do where no machine should, or can."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.events import record
from domain.kernel.session import SchoolSession
from domain.messaging.models import Message, MessageTask
from domain.messaging.models.task_reads import TaskFields
from domain.messaging.models.words import MessageState, TaskState
from domain.messaging.queries.visibility import sees_task
from domain.messaging.rules.tasks import check_open


async def open_task(session: SchoolSession, task_id: UUID, version: int | None = None) -> tuple[MessageTask, Message]:
    """A task that still waits and its message, both locked; the message first, as everybody does.

    Raises:
        NotFound, Stale: as `SchoolSession.get_row`. Conflict: when it is closed.
    """
    here = (col(MessageTask.school_id) == session.principal.school_id, col(MessageTask.id) == task_id)
    its_message = select(col(MessageTask.message_id)).where(*here, sees_task(session.viewer)).scalar_subquery()
    message = await session.find_row(
        select(Message).where(col(Message.school_id) == session.principal.school_id, col(Message.id) == its_message)
    )
    task = await session.get_row(MessageTask, task_id, sees_task(session.viewer), version=version)
    check_open(TaskState(task.state))
    assert message is not None
    return task, message


async def finish_task(session: SchoolSession, task_id: UUID) -> None:
    """It was said, or given along: so the message is sent."""
    task, message = await open_task(session, task_id)
    close(session, task, TaskState.DONE)
    if message.state == MessageState.TASK:
        message.state, message.sent_at = MessageState.SENT, task.done_at
        record(session, "message.sent", "messages", message.id, student_id=message.student_id)


async def hand_over(session: SchoolSession, task_id: UUID, fields: TaskFields, version: int) -> None:
    """To a colleague, or to the office."""
    task, _ = await open_task(session, task_id, version)
    task.staff_id = fields.staff_id
    tell(session, task, "handed_over")


def close(session: SchoolSession, task: MessageTask, state: TaskState) -> None:
    """With who did it, and when."""
    task.state, task.done_at, task.done_by_id = state, clock.now(), session.principal.staff_id
    tell(session, task, state)


def tell(session: SchoolSession, task: MessageTask, deed: str) -> None:
    record(session, f"task.{deed}", "tasks", task.id, message_id=task.message_id)
