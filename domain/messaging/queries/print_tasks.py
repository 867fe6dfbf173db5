"""What waits to be printed."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.families.queries import reads_as_school
from domain.kernel.session import SchoolSession
from domain.messaging.models.messages import Message
from domain.messaging.models.tasks import MessageTask
from domain.messaging.models.words import TaskKind, TaskState
from domain.messaging.queries.visibility import may_still_hear

MOST_LETTERS = 500


async def messages_to_print(session: SchoolSession, task_id: UUID | None) -> list[Message]:
    """Messages of the open tasks to print, or of one task in whatever state (a letter may be lost), oldest first.
    Nothing for who may not know any longer."""
    same = (col(MessageTask.school_id) == col(Message.school_id)) & (col(MessageTask.message_id) == col(Message.id))
    here = (col(Message.school_id) == session.principal.school_id, col(MessageTask.kind) == TaskKind.PRINT)
    which = col(MessageTask.state) == TaskState.OPEN if task_id is None else col(MessageTask.id) == task_id
    found = select(Message).join(MessageTask, same).where(*here, which)
    seen = reads_as_school(session.viewer, col(Message.student_id))
    return await session.rows(found.where(seen, may_still_hear()).order_by(col(MessageTask.id)).limit(MOST_LETTERS))
