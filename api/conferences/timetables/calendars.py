"""The talks of a family, or of a teacher, for their own calendar."""

from collections.abc import Callable, Iterable

from fastapi import Request, Response

from api.files.calendar import calendar_answer
from api.printing.words import Words
from domain.catalogue.models.words import ParticipantRole
from domain.conferences.models.timetables.facts import RoundFacts, StudentFacts, TalkFacts
from domain.conversations.calendar_file import Entry, calendar
from domain.conversations.calendar_words import location, summary
from domain.conversations.models.participants import FAMILY_ROLES

WithWhom = Callable[[TalkFacts], list[str]]
_OTHERS = {*FAMILY_ROLES, ParticipantRole.STUDENT, ParticipantRole.INTERPRETER}


def family_calendar(request: Request, words: Words, facts: RoundFacts) -> Response:
    """With which teacher."""
    return _answer(request, words, words.label("your_talks"), facts, facts.families[0].talks, _teachers)


def staff_calendar(request: Request, words: Words, facts: RoundFacts) -> Response:
    """About which child; of a talk that is not for this reader, only that it is there."""
    title = words.label("timetable_of", who=facts.staff[0].name)
    return _answer(request, words, title, facts, facts.staff[0].talks, _children)


def _answer(
    request: Request, words: Words, title: str, facts: RoundFacts, talks: Iterable[TalkFacts], with_whom: WithWhom
) -> Response:
    entries = [_entry(words, facts, talk, with_whom(talk)) for talk in talks]
    return calendar_answer(request, words.language, title, calendar(title, facts.time_zone, entries))


def _entry(words: Words, facts: RoundFacts, talk: TalkFacts, with_whom: list[str]) -> Entry:
    room = facts.room.get(talk.room_id) if talk.room_id else None
    spot = words.label("comma").join(filter(None, (room.name, room.location))) if room else None
    times = (talk.conversation_id, talk.version, talk.updated_at, talk.starts_at, talk.ends_at, talk.status)
    where = location(words.language, talk.channel, spot, facts.school)
    return Entry(*times, summary(words.language, facts.form, with_whom), where)


def _teachers(talk: TalkFacts) -> list[str]:
    return [one.name for one in talk.people if one.role not in _OTHERS]


def _children(talk: TalkFacts) -> list[str]:
    return [_child(one) for one in talk.students]


def _child(student: StudentFacts) -> str:
    return f"{student.given_name} ({student.school_class})" if student.school_class else student.given_name
