"""Days as people say them."""

from datetime import date, datetime
from typing import Any

from domain.kernel.printed import printed_words
from domain.kernel.text import pick


def times_in(language: str) -> dict[str, Any]:
    """Names of days and months in a language, and how a time is said."""
    return {name: pick(said, language) for name, said in printed_words("times").items()}


def day_in_words(on: date, language: str) -> str:
    """Such as `15 september 2026`."""
    times = times_in(language)
    number = times["first_of_month"] if on.day == 1 else on.day
    return str(times["day"]).format(day=number, month=times["months"][on.month - 1], year=on.year)


def weekday_in_words(on: date, language: str) -> str:
    """Such as `dinsdag 15 september 2026`."""
    return f"{times_in(language)['weekdays'][on.weekday()]} {day_in_words(on, language)}"


def clock_in_words(at: datetime, language: str) -> str:
    """Such as `16.00`, of a time in the zone that it is said in."""
    return str(times_in(language)["clock"]).format(hour=at.hour, minute=at.minute)


def span_in_words(start: datetime, end: datetime, language: str) -> str:
    """Such as `dinsdag 15 september 2026, van 16.00 tot 16.20 uur`, of times in the zone that they are said in."""
    times = times_in(language)
    return str(times["span"]).format(
        weekday=times["weekdays"][start.weekday()],
        day=day_in_words(start.date(), language),
        start=clock_in_words(start, language),
        end=clock_in_words(end, language),
    )
