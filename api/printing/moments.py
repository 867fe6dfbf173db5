"""Days and times as people say them, at the school's own clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from api.printing.words import Words
from domain.kernel.days import clock_in_words, day_in_words, span_in_words, weekday_in_words


def day(words: Words, on: date) -> str:
    """`15 september 2026`"""
    return day_in_words(on, words.language)


def weekday(words: Words, on: date) -> str:
    """`Dinsdag 15 september 2026`, as a heading."""
    said = weekday_in_words(on, words.language)
    return said[:1].upper() + said[1:]


def clock(words: Words, local: str) -> str:
    """`16.00`, from a time as the school's own clock has it."""
    return clock_in_words(datetime.fromisoformat(local), words.language)


def hours(words: Words, local_start: str, local_end: str) -> str:
    """`16.00–16.20`, from times as the school's own clock has them."""
    return str(words.times["hours"]).format(start=clock(words, local_start), end=clock(words, local_end))


def span(words: Words, starts_at: str, ends_at: str, time_zone: str) -> str:
    """`dinsdag 15 september 2026, van 16.00 tot 16.20 uur`, from two instants as the API gives them."""
    start, end = (datetime.fromisoformat(moment).astimezone(ZoneInfo(time_zone)) for moment in (starts_at, ends_at))
    return span_in_words(start, end, words.language)
