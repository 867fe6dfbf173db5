"""Giving a message to a person of the school: to say it, print it, write it, or find a way."""

from domain.kernel.session import SchoolSession
from domain.messaging.actions.not_reached import find_a_way
from domain.messaging.actions.tasks import tell
from domain.messaging.models import Message, MessageTask
from domain.messaging.models.words import MessageState, TaskState
from domain.messaging.queries.school_morning import school_morning
from domain.messaging.rules.by_hand import TASK_OF
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.topics import Urgency


async def give_to_people(session: SchoolSession, message: Message, channel: ContactChannel | None) -> None:
    """To whom it comes from, else to the office; before it is too late, else by the next morning."""
    if channel is None:
        await find_a_way(session, message)
        return
    morning = await school_morning(session)
    task = MessageTask(
        school_id=message.school_id,
        message_id=message.id,
        kind=TASK_OF[channel],
        channel=channel,
        state=TaskState.OPEN,
        staff_id=message.sender_id,
        due_at=min(morning, message.too_late_at or morning),
        is_urgent=message.urgency == Urgency.URGENT,
    )
    message.state = MessageState.TASK
    session.add(task)
    tell(session, task, "created")
