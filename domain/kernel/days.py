"""Days as people say them."""

from datetime import date
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
