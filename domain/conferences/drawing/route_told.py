"""A family's route, told in words: each talk in order, with what lies between it and the next."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import NamedTuple

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conferences.drawing.evening_words import LATE
from domain.conferences.drawing.route_words import AT_ONCE, INTERPRETED, PHONE, VIDEO, WAIT, WALK, WITH
from domain.conferences.models.timetables.read import FamilyTalk
from domain.conversations.facts import Status
from domain.kernel.days import day_in_words, times_in
from domain.kernel.errors import Message

MINUTE = timedelta(minutes=1)
_ELSEWHERE: dict[str, Message] = {Channel.PHONE: PHONE, Channel.VIDEO: VIDEO}


class Stop(NamedTuple):
    """A talk, and the way from it; the day stands with the first one of it."""

    day: str | None
    time: str
    lines: list[str]
    way: str | None


def stops(talks: list[FamilyTalk], language: str) -> Iterator[Stop]:
    """Those that take place, in order."""
    going = [talk for talk in talks if talk.status != Status.CANCELLED]
    seen = None
    for talk, following in zip_longest(going, going[1:]):
        start = datetime.fromisoformat(talk.local_start)
        day = None if start.date() == seen else _day(start, language)
        seen = start.date()
        time = f"{_clock(talk.local_start, language)}–{_clock(talk.local_end, language)}"
        yield Stop(day, time, list(_lines(talk, language)), _way(talk, following, language) if following else None)


def told(stop: Stop) -> str:
    """One stop as a sentence or two."""
    day, way = f"{stop.day}. " if stop.day else "", f" {_begun(stop.way)}." if stop.way else ""
    return f"{day}{stop.time}, {', '.join(stop.lines)}.{way}"


def _lines(talk: FamilyTalk, language: str) -> Iterator[str]:
    if talk.local_expected:
        yield LATE.words(language, {"time": _clock(talk.local_expected, language)})
    staff = [one for one in talk.people if one.role != ParticipantRole.INTERPRETER]
    yield WITH.words(language, {"names": ", ".join(f"{one.given_name} {one.family_name}".strip() for one in staff)})
    if where := _where(talk, language):
        yield where
    if talk.interpreter_language or len(staff) < len(talk.people):
        yield INTERPRETED.words(language)


def _where(talk: FamilyTalk, language: str) -> str | None:
    if talk.channel in _ELSEWHERE:
        return _ELSEWHERE[talk.channel].words(language)
    return f"{talk.room} ({talk.location})" if talk.room and talk.location else talk.room


def _way(talk: FamilyTalk, following: FamilyTalk, language: str) -> str | None:
    """None to another session: the family goes home in between."""
    if talk.walking_minutes is None:
        return None
    between = round((following.starts_at - talk.ends_at) / MINUTE)
    parts = ((WALK, talk.walking_minutes), (WAIT, max(0, between - talk.walking_minutes)))
    said = [message.words(language, {"minutes": minutes}) for message, minutes in parts if minutes]
    return ", ".join(said) or AT_ONCE.words(language)


def _day(start: datetime, language: str) -> str:
    return _begun(f"{times_in(language)['weekdays'][start.weekday()]} {day_in_words(start, language)}")


def _begun(said: str) -> str:
    """As a sentence begins."""
    return said[:1].upper() + said[1:]


def _clock(local: str, language: str) -> str:
    moment = datetime.fromisoformat(local)
    return str(times_in(language)["clock"]).format(hour=moment.hour, minute=moment.minute)
