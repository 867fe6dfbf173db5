"""The life of an activity: which deed is possible in which state."""

from enum import StrEnum

from domain.activities.models.words import ActivityStatus
from domain.kernel.errors import Conflict, Message


class Deed(StrEnum):
    """What can be done with an activity as a whole, or with what belongs to it."""

    ASK = "ask"
    """Families, what they would like: while it can still become that."""
    PREPARE = "prepare"
    INVITE = "invite"
    HOLD = "hold"
    CANCEL = "cancel"
    CHANGE = "change"
    """What it is, when, where, and who helps."""
    TICK = "tick"
    """Points of the checklist: some are for afterwards."""


WRONG_ACTIVITY_STATE = Message(
    "wrong_state",
    "Dat kan niet meer, of nog niet: kijk hoever deze activiteit staat.",
    "Ce n'est plus possible, ou pas encore : regardez où en est cette activité.",
    "That is no longer possible, or not yet: look how far this activity is.",
)

_S = ActivityStatus
_AHEAD = frozenset({_S.IDEA, _S.PREPARING, _S.INVITED})
_STATES: dict[Deed, frozenset[ActivityStatus]] = {
    Deed.ASK: frozenset({_S.IDEA, _S.PREPARING}),
    Deed.PREPARE: frozenset({_S.IDEA}),
    Deed.INVITE: frozenset({_S.PREPARING}),
    Deed.HOLD: frozenset({_S.INVITED}),
    Deed.CANCEL: _AHEAD,
    Deed.CHANGE: _AHEAD,
    Deed.TICK: frozenset(_S) - {_S.CANCELLED},
}
"""Looking back on one that was held makes it `evaluated`. Nothing leads out of one that was called off."""


def ensure(status: ActivityStatus, deed: Deed) -> None:
    """Refuse a deed that the state does not allow.

    Raises:
        Conflict: `wrong_state`.
    """
    if status not in _STATES[deed]:
        raise Conflict(WRONG_ACTIVITY_STATE)
