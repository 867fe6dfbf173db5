"""The life of a round: which deed is possible in which state."""

from enum import StrEnum

from domain.conferences.models.words import RoundStatus
from domain.kernel.errors import Conflict, Message


class Deed(StrEnum):
    """What can be done with a round as a whole, or with what belongs to it."""

    OPEN = "open"
    PLAN = "plan"
    START = "start"
    CLOSE = "close"
    CANCEL = "cancel"
    """One that is running is closed instead, so that no family is forgotten (R10)."""
    REOPEN = "reopen"
    DELETE = "delete"
    SET_UP = "set_up"
    """Changing what the school decided: sessions, rooms, staff, families."""
    SHAPE = "shape"
    """Changing sessions: talks that are published stand in them."""
    ASK = "ask"
    ANSWER = "answer"
    """Also of a published round: of a session that moves to another day, families are asked again."""
    REQUEST = "request"
    REACH = "reach"
    PLAN_TALKS = "plan_talks"
    """Making schedules and publishing one, also again."""


WRONG_ROUND_STATE = Message(
    "wrong_state",
    "Dat kan niet meer, of nog niet: kijk hoever deze ronde staat.",
    "Ce n'est plus possible, ou pas encore : regardez où en est cette série.",
    "That is no longer possible, or not yet: look how far this round is.",
)

_S = RoundStatus
_UNDER_WAY = frozenset({_S.OPEN, _S.PLANNING, _S.PUBLISHED, _S.RUNNING})

_STATES: dict[Deed, frozenset[RoundStatus]] = {
    Deed.OPEN: frozenset({_S.DRAFT}),
    Deed.PLAN: frozenset({_S.OPEN}),
    Deed.START: frozenset({_S.PUBLISHED}),
    Deed.CLOSE: frozenset({_S.RUNNING}),
    Deed.CANCEL: frozenset({_S.DRAFT, _S.OPEN, _S.PLANNING, _S.PUBLISHED}),
    Deed.REOPEN: frozenset({_S.PLANNING}),
    Deed.DELETE: frozenset({_S.DRAFT}),
    Deed.SET_UP: _UNDER_WAY | {_S.DRAFT},
    Deed.SHAPE: frozenset({_S.DRAFT, _S.OPEN, _S.PLANNING}),
    Deed.ASK: frozenset({_S.OPEN, _S.PLANNING}),
    Deed.ANSWER: _UNDER_WAY,
    Deed.REQUEST: frozenset({_S.DRAFT, _S.OPEN, _S.PLANNING, _S.PUBLISHED, _S.RUNNING}),
    Deed.REACH: _UNDER_WAY,
    Deed.PLAN_TALKS: _UNDER_WAY,
}
"""Once published, times stand in people's diaries: a round is then changed talk by talk, and closed when it is over."""


def may(status: RoundStatus, deed: Deed) -> bool:
    """Whether a round in this state allows the deed."""
    return status in _STATES[deed]


def ensure(status: RoundStatus, deed: Deed) -> None:
    """Refuse a deed that the state does not allow.

    Raises:
        Conflict: `wrong_state`.
    """
    if not may(status, deed):
        raise Conflict(WRONG_ROUND_STATE)
