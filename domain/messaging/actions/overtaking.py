"""Taking back what nobody heard yet."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.messaging.models.messages import Message
from domain.messaging.models.tasks import MessageTask
from domain.messaging.models.words import MessageState, TaskState


async def overtake(session: SchoolSession, message_ids: Collection[UUID]) -> None:
    """These messages, which are locked, say no longer what is so; nobody has to say them either."""
    school_id = session.principal.school_id
    gone = (col(Message.school_id) == school_id, col(Message.id).in_(message_ids))
    tasks = (
        col(MessageTask.school_id) == school_id,
        col(MessageTask.message_id).in_(message_ids),
        col(MessageTask.state) == TaskState.OPEN,
    )
    await session.execute(update(Message).where(*gone).values(state=MessageState.OVERTAKEN))
    await session.execute(update(MessageTask).where(*tasks).values(state=TaskState.DROPPED))
