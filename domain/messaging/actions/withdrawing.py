"""Holding a message back."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from domain.kernel.events import record
from domain.kernel.session import SchoolSession
from domain.messaging.models import Delivery, Message, MessageTask
from domain.messaging.models.words import DeliveryState, MessageState, TaskState
from domain.messaging.queries.visibility import sees_message
from domain.messaging.rules.withdrawing import check_waits


async def withdraw(session: SchoolSession, message_id: UUID) -> None:
    """What waits goes out no longer, by no machine and by nobody's voice.

    Raises:
        NotFound: when the principal does not see it. Conflict: when it left.
    """
    message = await session.get_row(Message, message_id, sees_message(session.viewer))
    check_waits(MessageState(message.state))
    message.state = MessageState.OVERTAKEN
    for part, now, then in (
        (Delivery, DeliveryState.QUEUED, DeliveryState.DROPPED),
        (MessageTask, TaskState.OPEN, TaskState.DROPPED),
    ):
        its = (col(part.school_id) == message.school_id, col(part.message_id) == message.id, col(part.state) == now)
        await session.execute(update(part).where(*its).values(state=then))
    record(session, "message.withdrawn", "messages", message.id, student_id=message.student_id)
