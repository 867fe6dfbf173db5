"""What stands in a field of a plan, as people say it in any language."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from domain.families.models.guardians import ReadingComfort
from domain.kernel.days import day_in_words, times_in
from domain.kernel.printed import printed_words
from domain.kernel.text import LANGUAGES, RIGHT_TO_LEFT, pick
from domain.plans.models.contact_words import ContactChannel, DayOfWeek, DigitalAccess, Frequency, Starter
from domain.plans.models.topics import Topic
from domain.plans.models.words import PlanStatus, ReviewOutcome
from domain.plans.words import language_names, name_of
from domain.school.calendar import DAY

SOMEBODY = {
    "nl": "iemand van de school",
    "fr": "quelqu'un de l'école",
    "en": "somebody of the school",
    "ar": "شخص من المدرسة",
}
"""A plan's document holds no names of staff: who was a stand-in once may have left."""

_Said = Callable[[Any, str], str]


def said(field: str, value: Any, language: str) -> str | None:
    """A value of a plan's document, by the name of its field; None when nothing stands there."""
    if value in (None, [], ""):
        return None
    if isinstance(value, list):
        return _comma(language).join(_SAID.get(field, _plainly)(one, language) for one in value)
    return _SAID.get(field, _plainly)(value, language)


def _comma(language: str) -> str:
    return str(pick(printed_words("words")["comma"], language))


def said_in_all(field: str, value: Any) -> dict[str, str] | None:
    """The same as a language map."""
    texts = {language: said(field, value, language) for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text} or None


def hours_in_words(hours: dict[str, str], language: str) -> str:
    """`maandag 8.00–16.30`"""
    times = times_in(language)
    day = times["weekdays"][list(DayOfWeek).index(DayOfWeek(hours["weekday"]))]
    return f"{day} {clock_hours(hours['from_time'], hours['to_time'], language)}"


def clock_hours(start: str, end: str, language: str) -> str:
    """`8.00–16.30`, from hours and minutes."""
    times = times_in(language)
    shown = (times["clock"].format(hour=int(one[:2]), minute=int(one[3:5])) for one in (start, end))
    return str(times["hours"]).format(start=next(shown), end=next(shown))


def _named(words: type[StrEnum]) -> _Said:
    return lambda value, language: name_of(words(value), language)


def _plainly(value: Any, language: str) -> str:
    if isinstance(value, bool):
        return str(pick(printed_words("plan-words")["yes_or_no"]["yes" if value else "no"], language))
    return as_written(str(value), language)


def as_written(text: str, language: str) -> str:
    """What people wrote, and figures: among words from right to left they run their own way."""
    return f"\u2068{text}\u2069" if language in RIGHT_TO_LEFT else text


def _topic(value: str, language: str) -> str:
    """A word of ours by its name; what people wrote stays as they wrote it."""
    return name_of(Topic(value), language) if value in set(Topic) else as_written(value, language)


def _language(tag: str, language: str) -> str:
    names = language_names(tag)
    return names if isinstance(names, str) else pick(names, language)


def _contact(value: dict[str, Any], language: str) -> str:
    known = (as_written(one, language) for one in (value["name"], value["relation"], value["phone"]) if one)
    return _comma(language).join(known)


def _period(value: dict[str, str], language: str) -> str:
    first, after = (date.fromisoformat(value[end]) for end in ("starts_on", "ends_on"))
    return " – ".join(day_in_words(day, language) for day in (first, after - DAY))


def _interpreting(value: str, language: str) -> str:
    return str(pick(printed_words("people-and-places")["interpreter_modes"][value], language))


def _weekday(value: str, language: str) -> str:
    return str(times_in(language)["weekdays"][list(DayOfWeek).index(DayOfWeek(value))])


_SAID: dict[str, _Said] = {
    **{field: _named(ContactChannel) for field in ("channel", "channels")},
    **dict.fromkeys(("reachable_hours", "answering_hours"), hours_in_words),
    **dict.fromkeys(("topic", "topics_at_once", "topics_in_summary"), _topic),
    **dict.fromkeys(("interpreter_mode", "interpreter_modes"), _interpreting),
    **{field: lambda _, language: pick(SOMEBODY, language) for field in ("answered_by_id", "stand_in_id")},
    "languages": _language,
    "frequency": _named(Frequency),
    "who_starts": _named(Starter),
    "digital_access": _named(DigitalAccess),
    "reading_comfort": _named(ReadingComfort),
    "status": _named(PlanStatus),
    "review_outcome": _named(ReviewOutcome),
    "review_on": lambda value, language: day_in_words(date.fromisoformat(value), language),
    "teaching_days": _weekday,
    "other_contacts": _contact,
    "blocked_periods": _period,
}
