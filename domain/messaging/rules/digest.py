"""What can wait for a summary, and when the next one comes."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.messaging.models.words import MessageKind
from domain.plans.models.contact_words import Frequency
from domain.plans.models.topics import Urgency

CAN_WAIT = frozenset(
    {
        *(MessageKind.THANK_YOU, MessageKind.AGREEMENTS, MessageKind.FOLLOW_UP, MessageKind.PLAN_CARD),
        MessageKind.IDEA_ANSWERED,
    }
)
"""What asks no answer and stands at no time of its own."""

_DAY = timedelta(days=1)
_FRIDAY, _FIRST, _HALFWAY = 4, 1, 15
_TERM_ENDS = frozenset({3, 6, 12})
"""The months in which Flemish schools write their reports (own choice)."""

_DAYS: Mapping[Frequency, Callable[[date], bool]] = {
    Frequency.WEEKLY: lambda day: day.weekday() == _FRIDAY,
    Frequency.TWICE_A_MONTH: lambda day: day.day in (_FIRST, _HALFWAY),
    Frequency.MONTHLY: lambda day: day.day == _FIRST,
    Frequency.EACH_TERM: lambda day: day.day == _FIRST and day.month in _TERM_ENDS,
}


def summary_on(
    kind: MessageKind, urgency: Urgency, frequency: Frequency, moment: datetime, zone: ZoneInfo
) -> date | None:
    """The day of the summary in which it stands; None when it goes by itself."""
    if kind not in CAN_WAIT or urgency is not Urgency.ORDINARY or frequency is Frequency.WHEN_NEEDED:
        return None
    day = moment.astimezone(zone).date() + _DAY
    while not _DAYS[frequency](day):
        day += _DAY
    return day


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """Midnight on the clocks of the school."""
    return datetime.combine(day, time(), zone)
