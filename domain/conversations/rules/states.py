"""The life of a conversation: which deed is possible in which state."""

from enum import StrEnum

from domain.conversations.facts import Status
from domain.kernel.errors import Message


class Deed(StrEnum):
    """What can be done with a conversation as a whole."""

    PROPOSE = "propose"
    ACCEPT = "accept"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    START = "start"
    COMPLETE = "complete"
    NO_SHOW = "no_show"


WRONG_STATE = Message(
    "wrong_state",
    "Dat kan niet meer, of nog niet: kijk hoever dit gesprek staat.",
    "Ce n'est plus possible, ou pas encore : regardez où en est cet entretien.",
    "That is no longer possible, or not yet: look how far this conversation is.",
)

_DEEDS: dict[Status | None, frozenset[Deed]] = {
    None: frozenset({Deed.PROPOSE}),
    Status.PROPOSED: frozenset({Deed.PROPOSE, Deed.ACCEPT, Deed.RESCHEDULE, Deed.CANCEL}),
    Status.PLANNED: frozenset({Deed.RESCHEDULE, Deed.CANCEL, Deed.START, Deed.NO_SHOW}),
    Status.RUNNING: frozenset({Deed.COMPLETE}),
    Status.COMPLETED: frozenset(),
    Status.CANCELLED: frozenset(),
    Status.NO_SHOW: frozenset(),
}
"""Nothing leads out of an ended conversation: who wants to talk after all proposes a new one, and the old one stays."""


def can_go(status: Status | None, deed: Deed) -> bool:
    """Whether a conversation in this state allows the deed; no state is a conversation that is yet to be made."""
    return deed in _DEEDS[status]
