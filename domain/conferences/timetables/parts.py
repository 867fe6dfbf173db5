"""What timetables have in common."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from domain.catalogue.models.words import ParticipantRole
from domain.conferences.models.timetables.facts import PersonFacts, RoundFacts, TalkFacts
from domain.conferences.models.timetables.read import Comer, NamedStudent, Span
from domain.conferences.rules.spans import Part
from domain.conversations.models.participants import FAMILY_ROLES

OF_FAMILY = FAMILY_ROLES | {ParticipantRole.STUDENT}


def of_round(facts: RoundFacts) -> dict[str, Any]:
    """What every timetable says of its round."""
    names = ("name", "status", "school", "time_zone")
    return {"round_id": facts.id, **{name: getattr(facts, name) for name in names}}


def where_and_when(facts: RoundFacts, talk: TalkFacts) -> dict[str, Any]:
    """The fields of a `TalkSpan`."""
    room = facts.room.get(talk.room_id) if talk.room_id else None
    return {
        **times(facts, Part(talk.session_id, talk.starts_at, talk.ends_at)),
        **late(facts, talk.expected_at),
        "conversation_id": talk.conversation_id,
        "status": talk.status,
        "channel": talk.channel,
        "room_id": talk.room_id,
        "room": room and room.name,
        "location": room and room.location,
    }


def late(facts: RoundFacts, expected_at: datetime | None) -> dict[str, Any]:
    """The fields of a `Late`."""
    return {"expected_at": expected_at, "local_expected": facts.local(expected_at) if expected_at else None}


def times(facts: RoundFacts, part: Part) -> dict[str, Any]:
    """The fields of a `Span`."""
    return {**part._asdict(), "local_start": facts.local(part.starts_at), "local_end": facts.local(part.ends_at)}


def spans(facts: RoundFacts, parts: Iterable[Part]) -> list[Span]:
    """Parts of sessions, with the time as people at the school have it."""
    return [Span(**times(facts, part)) for part in parts]


def students(talk: TalkFacts) -> list[NamedStudent]:
    """The children that a talk is about."""
    return [NamedStudent.model_validate(one, from_attributes=True) for one in talk.students]


def comers(people: Iterable[PersonFacts]) -> list[Comer]:
    """Who comes, by name."""
    return [Comer.model_validate(one, from_attributes=True) for one in people]
