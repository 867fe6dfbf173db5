"""Minutes since 2000-01-01, and how documents write them."""

from datetime import datetime, timedelta

EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - local time: one school, one zone


def iso(minutes: int) -> str:
    """To the minute, without an offset."""
    return (EPOCH + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M")
