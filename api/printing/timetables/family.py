"""A family's talks on paper, as the way it goes: room after room. Families read it in Arabic too."""

from itertools import zip_longest
from typing import Any

from api.printing.moments import clock, hours, weekday
from api.printing.timetables.days import about, by_day
from api.printing.words import Words
from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conferences.models.timetables.read import FamilyTalk, FamilyTimetable
from domain.conversations.facts import Status
from domain.kernel.text import RIGHT_TO_LEFT

_FROM_LEFT = "\u200e"


def family_page(words: Words, timetable: FamilyTimetable) -> dict[str, Any]:
    """What the template needs."""
    going = [talk for talk in timetable.talks if talk.status != Status.CANCELLED]
    return {
        "title": words.label("your_talks"),
        "about": about(words, timetable),
        "words": words.labels("no_talks", "if_late", "tell_the_school", "colon"),
        "reach": _reach(words, timetable),
        "days": [{"day": weekday(words, day), "stops": _stops(words, talks)} for day, talks in by_day(going)],
    }


def _stops(words: Words, talks: list[FamilyTalk]) -> list[dict[str, Any]]:
    """Each talk, with the way to the next one."""
    return [_stop(words, talk, following) for talk, following in zip_longest(talks, talks[1:])]


def _stop(words: Words, talk: FamilyTalk, following: FamilyTalk | None) -> dict[str, Any]:
    return {
        "time": hours(words, talk.local_start, talk.local_end),
        "where": _where(words, talk),
        "lines": [
            words.label("with_whom", names=_names(words, talk)),
            words.label("about", student=words.label("comma").join(one.given_name for one in talk.students)),
            *_interpreter(words, talk),
        ],
        "late": talk.local_expected and words.label("expected_at", time=clock(words, talk.local_expected)),
        "way": following and _way(words, talk, following),
    }


def _where(words: Words, talk: FamilyTalk) -> str:
    if talk.channel != Channel.IN_PERSON or not talk.room:
        return words.kind("channels", talk.channel)
    return f"{talk.room} ({talk.location})" if talk.location else talk.room


def _names(words: Words, talk: FamilyTalk) -> str:
    people = [one for one in talk.people if one.role != ParticipantRole.INTERPRETER]
    return words.label("comma").join(f"{one.given_name} {one.family_name}".strip() for one in people)


def _interpreter(words: Words, talk: FamilyTalk) -> list[str]:
    there = [one for one in talk.people if one.role == ParticipantRole.INTERPRETER]
    if there:
        names = [f"{one.given_name} {one.family_name}".strip() for one in there]
        return [words.label("interpreter_comes", who=words.label("comma").join(names))]
    return [words.label("interpreter_asked")] if talk.interpreter_language else []


def _way(words: Words, talk: FamilyTalk, following: FamilyTalk) -> str:
    minutes = talk.walking_minutes or 0
    if following.channel != Channel.IN_PERSON:
        return words.label("then_otherwise", channel=words.kind("channels", following.channel), minutes=minutes)
    if minutes == 0:
        return words.label("stay_here")
    return words.label("walk_to", minutes=minutes, place=_where(words, following))


def _reach(words: Words, timetable: FamilyTimetable) -> list[dict[str, str]]:
    """How to tell the school. Figures run from the left, also where letters do not."""
    given = {"phone": timetable.phone, "email": timetable.email}
    to_left = words.language in RIGHT_TO_LEFT
    return [
        {"name": words.label(name), "said": f"{_FROM_LEFT}{said}" if to_left else said}
        for name, said in given.items()
        if said
    ]
