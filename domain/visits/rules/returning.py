"""When visitors are expected back, and when somebody should call."""

from datetime import datetime, timedelta
from typing import NamedTuple


class Return(NamedTuple):
    """When they should be out, and from when it worries."""

    expected_at: datetime
    due_at: datetime


def expected_return(entered_at: datetime, planned_end: datetime, minutes: int, margin_minutes: int) -> Return:
    """At the planned end; a visit that began later lasts as long as was said."""
    expected = max(planned_end, entered_at + timedelta(minutes=minutes))
    return Return(expected, expected + timedelta(minutes=margin_minutes))
