"""Days and times as people say them, at the school's own clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from api.printing.words import Words
from domain.kernel.days import day_in_words


def day(words: Words, on: date) -> str:
    """`15 september 2026`"""
    return day_in_words(on, words.language)


def span(words: Words, starts_at: str, ends_at: str, time_zone: str) -> str:
    """`dinsdag 15 september 2026, van 16.00 tot 16.20 uur`, from two instants as the API gives them."""
    start, end = (datetime.fromisoformat(moment).astimezone(ZoneInfo(time_zone)) for moment in (starts_at, ends_at))
    times = words.times
    clock = str(times["clock"])
    return str(times["span"]).format(
        weekday=times["weekdays"][start.weekday()],
        day=day(words, start.date()),
        start=clock.format(hour=start.hour, minute=start.minute),
        end=clock.format(hour=end.hour, minute=end.minute),
    )
