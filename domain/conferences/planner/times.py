"""Minutes since 2000-01-01, and how documents write them."""

from datetime import datetime, timedelta

EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - local time: one school, one zone


def iso(minutes: int) -> str:
    """To the minute, without an offset."""
    return (EPOCH + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M")


def minutes_of(text: str) -> int:
    """The other way round."""
    since = datetime.fromisoformat(text).replace(tzinfo=None) - EPOCH
    return since.days * 1440 + since.seconds // 60
