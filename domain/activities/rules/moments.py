"""What a moment has to be."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from domain.kernel.errors import Conflict, Detail, Invalid, Message

LONGEST = timedelta(hours=12)
MOST_MOMENTS = 50
ENDS_BEFORE_START = Message(
    "ends_before_start",
    "Het einde komt na het begin.",
    "La fin vient après le début.",
    "It must end after it starts.",
)
TOO_LONG = Message(
    "moment_too_long",
    "Een moment duurt hoogstens {hours} uur. Maak van elke dag een eigen moment.",
    "Un moment dure au plus {hours} heures. Créez un moment pour chaque jour.",
    "A moment lasts {hours} hours at most. Make one for each day.",
)
TOO_MANY_MOMENTS = Message(
    "too_many_moments",
    "Een activiteit heeft hoogstens {most} momenten.",
    "Une activité a au plus {most} moments.",
    "An activity has {most} moments at most.",
)
NOT_BEGUN_YET = Message(
    "activity_not_begun",
    "Deze activiteit is nog niet begonnen. Je kunt zeggen dat ze plaatsvond zodra het eerste moment begonnen is.",
    "Cette activité n'a pas encore commencé. Vous pourrez dire qu'elle a eu lieu une fois le premier moment commencé.",
    "This activity has not begun yet. You can say that it took place once its first moment has begun.",
)


def check_begun(starts: Iterable[datetime], now: datetime) -> None:
    """
    Raises:
        Conflict: `activity_not_begun`, before its first moment.
    """
    if all(now < starts_at for starts_at in starts):
        raise Conflict(NOT_BEGUN_YET)


def check_times(starts_at: datetime, ends_at: datetime) -> None:
    """Refuse what is no moment.

    Raises:
        Invalid: `ends_before_start`, `moment_too_long`.
    """
    if ends_at <= starts_at:
        raise Invalid(ENDS_BEFORE_START, Detail("/ends_at", ENDS_BEFORE_START))
    if ends_at - starts_at > LONGEST:
        hours = LONGEST // timedelta(hours=1)
        raise Invalid(TOO_LONG, Detail("/ends_at", TOO_LONG, {"hours": hours}), hours=hours)


def check_room_for_one_more(moments: int) -> None:
    """Refuse more moments than an activity can have.

    Raises:
        Conflict: `too_many_moments`.
    """
    if moments >= MOST_MOMENTS:
        raise Conflict(TOO_MANY_MOMENTS, most=MOST_MOMENTS)
