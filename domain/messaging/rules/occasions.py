"""From talks as they are by now, and what people heard of them, to what has to be said.

Somebody hears that which differs from the last that they heard. So it does not matter how often, how late or in which
parts events are read, and who heard nothing yet hears only how it is in the end.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.conversations.facts import Status
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.happened import Happened
from domain.messaging.rules.heard import Heard
from domain.messaging.rules.occasion import Found, Occasion
from domain.messaging.rules.talk import Talk, Told
from domain.plans.models.topics import Topic, Urgency

NEAR = timedelta(days=3)
"""What lies so near cannot wait for a summary."""

Round = tuple[UUID, UUID]
"""Somebody's part of a round: its id, and who."""
Known = Callable[[UUID, UUID], Told | None]
"""What somebody knows of a talk."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked at."""

    happened: Happened
    talks: Mapping[UUID, Talk]
    """Those that something happened to; and the others that their people have in the same rounds."""
    heard: Heard
    moment: datetime


def about_talks(looked: Looked) -> Found:
    found, rounds = Found(), defaultdict[Round, str](str)
    for talk_id, occasion in looked.happened.talks.items():
        talk = looked.talks.get(talk_id)
        for who in sorted(_concerned(looked, talk)) if talk else ():
            assert talk is not None
            if (round_id := _told_together(looked, talk, who)) is not None:
                rounds[round_id, who] = max(rounds[round_id, who], occasion)
            else:
                _add(found, looked, talk, who, occasion)
    for (round_id, who), occasion in rounds.items():
        _add_round(found, looked, round_id, who, occasion)
    return found


def _concerned(looked: Looked, talk: Talk) -> set[UUID]:
    return set(talk.asked) | looked.heard.people_of(talk.id)


def _told_together(looked: Looked, talk: Talk, who: UUID) -> UUID | None:
    """The round with which this talk is told: it wrote the talk, or its times did not leave yet."""
    waiting = looked.heard.waiting.get((talk.id, who))
    is_round = talk.id in looked.happened.in_rounds or bool(waiting and waiting.of_round)
    return talk.round_id if is_round else None


def _add(found: Found, looked: Looked, talk: Talk, who: UUID, occasion: str) -> None:
    now = talk.told_to(who, looked.moment)
    if now == looked.heard.will_know(talk.id, who):
        return
    if waiting := looked.heard.waiting.get((talk.id, who)):
        found.overtaken.append(waiting.message_id)
    before = looked.heard.knows(talk.id, who)
    kind = _kind(talk, before, now, looked.moment)
    if kind is not None:
        found.occasions.append(_of_talk(talk, kind, who, now or before or {}, occasion, looked.moment))


def _kind(talk: Talk, before: Told | None, now: Told | None, moment: datetime) -> MessageKind | None:
    if now == before:
        return None
    if now is not None:
        return MessageKind.INVITATION if before is None else MessageKind.CHANGE
    called_off = talk.status is Status.CANCELLED and not talk.is_round_off
    return MessageKind.CANCELLATION if called_off and before and starts_at(before) > moment else None


def _add_round(found: Found, looked: Looked, round_id: UUID, who: UUID, occasion: str) -> None:
    """All their talks of a round in one message; when none is left, that each of them is off."""
    talks = [talk for talk in looked.talks.values() if talk.round_id == round_id]
    now = {talk.id: told for talk in talks if (told := talk.told_to(who, looked.moment))}
    if now == _round_in(talks, looked.heard.will_know, who):
        return
    waiting = (looked.heard.waiting.get((talk.id, who)) for talk in talks)
    found.overtaken.extend(sorted({one.message_id for one in waiting if one}))
    if not now:
        for talk in talks:
            _add_gone(found, looked, talk, who, occasion)
    elif now != _round_in(talks, looked.heard.knows, who):
        found.occasions.append(_times(talks, now, round_id, who, occasion))


def _round_in(talks: Iterable[Talk], known: Known, who: UUID) -> dict[UUID, Told]:
    return {talk.id: told for talk in talks if (told := known(talk.id, who))}


def _add_gone(found: Found, looked: Looked, talk: Talk, who: UUID, occasion: str) -> None:
    before = looked.heard.knows(talk.id, who)
    kind = _kind(talk, before, None, looked.moment)
    if kind is not None and before:
        its_own = f"{occasion}:{talk.id}"  # one occasion is told once, and here are several talks
        found.occasions.append(_of_talk(talk, kind, who, before, its_own, looked.moment))


def _times(talks: list[Talk], now: dict[UUID, Told], round_id: UUID, who: UUID, occasion: str) -> Occasion:
    first, *_ = mine = sorted((one for one in talks if one.id in now), key=lambda one: (one.starts_at, one.id))
    return Occasion(
        occasion=occasion,
        kind=MessageKind.ROUND_TIMES,
        resource="conference-rounds",
        resource_id=round_id,
        student_id=first.student_id,
        who=who,
        told={"talks": {str(talk.id): now[talk.id] for talk in mine}},
        topic=Topic.CONFERENCES,
        too_late_at=mine[-1].starts_at,
    )


def _of_talk(talk: Talk, kind: MessageKind, who: UUID, told: Told, occasion: str, moment: datetime) -> Occasion:
    start = starts_at(told)
    return Occasion(
        occasion=occasion,
        kind=kind,
        resource="conversations",
        resource_id=talk.id,
        student_id=talk.student_id,
        who=who,
        told=told,
        topic=Topic.CONVERSATIONS if talk.round_id is None else Topic.CONFERENCES,
        urgency=Urgency.SOON if start - moment < NEAR else Urgency.ORDINARY,
        too_late_at=start,
        sender_id=talk.sender_id,
        comes_along=talk.comes_beside(who),
    )


def starts_at(told: Told) -> datetime:
    """Of a talk, as it was told."""
    return datetime.fromisoformat(told["starts_at"])
