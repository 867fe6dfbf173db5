"""When a way that did not work just now is tried again."""

from datetime import datetime, timedelta

FIRST, LONGEST, IN_ALL = timedelta(seconds=5), timedelta(hours=2), timedelta(days=1)
_DOUBLINGS = 20
"""By then the longest pause is reached anyway."""


def next_try(
    attempts: int, began_at: datetime, now: datetime, too_late_at: datetime | None, jitter: float
) -> datetime | None:
    """Twice as long after each attempt, up to two hours, for a day; None: no more, or too late by then.

    `jitter` lies between 0 and 1 and spreads the pause from three to five quarters, so that what failed together does
    not come back together.
    """
    doubled: int = 2 ** min(attempts - 1, _DOUBLINGS)
    pause = min(FIRST * doubled, LONGEST) * (0.75 + jitter / 2)
    again = now + pause
    if again > began_at + IN_ALL or (too_late_at and again >= too_late_at):
        return None
    return again
