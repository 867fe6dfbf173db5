"""What can be done with a task."""

from domain.kernel.errors import Conflict, Message
from domain.messaging.models.words import TaskState

CLOSED = Message(
    "task_closed",
    "Deze taak is al afgesloten.",
    "Cette tâche est déjà clôturée.",
    "This task is closed already.",
)


def check_open(state: TaskState) -> None:
    """
    Raises:
        Conflict: when it was done, tried in vain, or is not needed any longer.
    """
    if state != TaskState.OPEN:
        raise Conflict(CLOSED)
