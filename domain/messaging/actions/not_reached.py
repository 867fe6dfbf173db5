"""Nobody was reached: the next way comes, and never silence."""

from uuid import UUID

from sqlalchemy import select, union
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.messaging.actions.tasks import close, open_task, tell
from domain.messaging.models import Delivery, Message, MessageTask
from domain.messaging.models.words import MessageState, TaskKind, TaskState
from domain.messaging.queries.school_morning import school_morning
from domain.messaging.rules.next_way import next_way
from domain.plans.models.topics import Urgency


async def not_reached(session: SchoolSession, task_id: UUID) -> None:
    """Tried in vain. Who has to find a way keeps at it: that task comes back the next morning."""
    task, message = await open_task(session, task_id)
    if task.kind == TaskKind.FIND_A_WAY:
        task.due_at = await school_morning(session)
        tell(session, task, TaskState.NOT_REACHED)
        return
    close(session, task, TaskState.NOT_REACHED)
    if message.state == MessageState.TASK:
        await go_on(session, message)


async def go_on(session: SchoolSession, message: Message) -> None:
    """To the next of the ways that were decided; at the end a person finds one."""
    channel = next_way(message.decision.get("further", []), await _tried(session, message))
    if channel:
        message.channel, message.state, message.not_before = channel, MessageState.WAITING, clock.now()
    else:
        await find_a_way(session, message)


async def find_a_way(session: SchoolSession, message: Message) -> None:
    """No way that we know of is left."""
    message.state = MessageState.TASK
    task = MessageTask(
        school_id=message.school_id,
        message_id=message.id,
        kind=TaskKind.FIND_A_WAY,
        channel=None,
        state=TaskState.OPEN,
        due_at=await school_morning(session),
        is_urgent=message.urgency == Urgency.URGENT,
    )
    session.add(task)
    tell(session, task, "created")


async def _tried(session: SchoolSession, message: Message) -> list[str | None]:
    """By machines and by people."""
    of_machines, of_people = (
        select(col(part.channel)).where(col(part.school_id) == message.school_id, col(part.message_id) == message.id)
        for part in (Delivery, MessageTask)
    )
    return [message.channel, *(await session.execute(union(of_machines, of_people))).scalars()]
