"""What can still be held back."""

from domain.kernel.errors import Conflict, Message
from domain.messaging.models.words import MessageState

HELD_BACK = frozenset({MessageState.WAITING, MessageState.TASK})

LEFT = Message(
    "message_left",
    "Dit bericht wacht niet meer. Wat vertrokken is, komt niet terug.",
    "Ce message n'attend plus. Ce qui est parti ne revient pas.",
    "This message waits no longer. What has left does not come back.",
)


def check_waits(state: MessageState) -> None:
    """
    Raises:
        Conflict: when it is on its way, was said, or is overtaken already.
    """
    if state not in HELD_BACK:
        raise Conflict(LEFT)
