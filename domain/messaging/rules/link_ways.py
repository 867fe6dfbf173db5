"""What can be answered with a link to an activity, to an idea, and to a question whether the school may come."""

from datetime import datetime

from domain.activities.models.words import ActivityStatus, SignUpMode
from domain.messaging.models.activity_seen import ActivitySeen
from domain.messaging.models.link_answers import Says
from domain.messaging.models.words import MessageKind
from domain.visits.models.words import VisitStatus

ASKS_FOR_IDEAS = frozenset(
    {
        *(MessageKind.ACTIVITY_ASKED, MessageKind.ACTIVITY_INVITATION),
        *(MessageKind.ACTIVITY_CANCELLED, MessageKind.IDEA_ANSWERED),
    }
)

_V = VisitStatus
_LETTING_IN: dict[VisitStatus, list[Says]] = {
    _V.ASKED: [Says.ACCEPT, Says.DECLINE],
    _V.REFUSED: [Says.ACCEPT],
    _V.AGREED: [Says.ACCEPT, Says.WITHDRAW],
    _V.PLANNED: [Says.ACCEPT, Says.WITHDRAW],
    _V.UNDER_WAY: [Says.WITHDRAW],
    _V.DONE: [Says.WITHDRAW],
}


def ways_to_come(activity: ActivitySeen, now: datetime) -> list[Says]:
    """While families are invited: to a moment that is not over."""
    if activity.status != ActivityStatus.INVITED:
        return []
    open_moments = [one for one in activity.moments if one.ends_at > now]
    signs_up = [Says.SIGN_UP] if open_moments and activity.sign_up != SignUpMode.NOT_NEEDED else []
    return signs_up + ([Says.SIGN_OFF] if any(one.my_sign_up for one in open_moments) else [])


def ways_to_bring(kind: MessageKind) -> list[Says]:
    """Families bring ideas while they are asked or invited, when something is off, and when theirs was answered."""
    return [Says.IDEA] if kind in ASKS_FOR_IDEAS else []


def ways_to_let_in(status: VisitStatus) -> list[Says]:
    """A yes can be given again with other moments, and taken back at any time (R29)."""
    return _LETTING_IN.get(status, [])
