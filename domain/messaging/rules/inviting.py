"""From activities as they are by now, and what families heard of them, to what has to be said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.gathered import Gathered, Lost
from domain.messaging.rules.gathering import OPEN, Gathering, start_of
from domain.messaging.rules.occasion import Earlier, Found, Occasion
from domain.messaging.rules.occasions import NEAR
from domain.messaging.rules.talk import Told
from domain.plans.models.topics import Topic, Urgency

TELLS_WHEN = frozenset({MessageKind.ACTIVITY_INVITATION, MessageKind.ACTIVITY_CHANGE, MessageKind.ACTIVITY_PLACE})
"""What tells somebody when an activity is."""


class Person(NamedTuple):
    """Somebody of a family, and the child through whose plan they are reached."""

    activity_id: UUID
    who: UUID
    student_id: UUID


class Placed(NamedTuple):
    """A sign-up that has a place."""

    id: UUID
    moment_id: UUID
    person: Person


@dataclass(slots=True)
class Knows:
    """What somebody was told of the moments of an activity, and what did not leave yet."""

    heard: dict[str, list[str]] = field(default_factory=dict)
    waiting: list[Earlier] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Around:
    """What is looked at."""

    gathered: Gathered
    gatherings: Mapping[UUID, Gathering]
    earlier: list[Earlier]
    moment: datetime


def about_invited(around: Around, meant_for: Iterable[Person]) -> list[Occasion]:
    """What would you like? And, once families are invited: here it is."""
    found = []
    for one in meant_for:
        activity = around.gatherings[one.activity_id]
        invited, asked = (which.get(activity.id) for which in (around.gathered.invited, around.gathered.asked))
        if invited and activity.is_on:
            kind = MessageKind.ACTIVITY_INVITATION
            found.append(occasion_of(activity, kind, one, activity.told_to(one.who), invited, around.moment))
        elif asked and activity.status in OPEN:
            found.append(occasion_of(activity, MessageKind.ACTIVITY_ASKED, one, {}, asked, around.moment))
    return found


def about_changed(around: Around, lost: Iterable[Person]) -> Found:
    """Who counts on a moment hears that it moved; what did not leave yet is said as it is by now."""
    found, known = Found(), _known(around, around.gathered.changed)
    for one in lost:
        known.setdefault(one, Knows())
    for one, knows in known.items():
        activity = around.gatherings[one.activity_id]
        stale = [message for message in knows.waiting if not activity.is_so(message.told)]
        found.overtaken.extend(message.id for message in stale)
        has_lost = Lost(activity.id, one.who) in around.gathered.lost
        kind = MessageKind.ACTIVITY_CHANGE if has_lost else _kind(activity, one, knows, stale)
        if activity.is_on and kind:
            occasion = around.gathered.changed[activity.id]
            told = activity.told_to(one.who) | ({"has_lost": True} if has_lost else {})
            found.occasions.append(occasion_of(activity, kind, one, told, occasion, around.moment))
    return found


def _kind(activity: Gathering, one: Person, knows: Knows, stale: list[Earlier]) -> MessageKind | None:
    if stale and (not knows.heard or stale[-1].kind is MessageKind.ACTIVITY_PLACE):
        return stale[-1].kind
    differs = activity.differs_for(one.who, {"moments": knows.heard})
    return MessageKind.ACTIVITY_CHANGE if activity.is_counted_on_by(one.who) and differs else None


def about_cancelled(around: Around) -> Found:
    """Who heard of it and counts on it hears that it is off; who did not hear of it yet hears nothing at all."""
    found = Found()
    for one, knows in _known(around, around.gathered.cancelled).items():
        activity = around.gatherings[one.activity_id]
        found.overtaken.extend(message.id for message in knows.waiting)
        is_ahead = (last := activity.begins_last_at) is not None and last > around.moment
        if knows.heard and is_ahead and activity.is_counted_on_by(one.who):
            occasion, told = around.gathered.cancelled[activity.id], activity.told_to(one.who)
            kind = MessageKind.ACTIVITY_CANCELLED
            found.occasions.append(occasion_of(activity, kind, one, told, occasion, around.moment))
    return found


def about_places(around: Around, placed: Iterable[Placed]) -> Iterator[Occasion]:
    """There is a place for who waited, and for whom the school signed up."""
    for one in placed:
        activity, occasion = around.gatherings[one.person.activity_id], around.gathered.places[one.id]
        told = {"moments": {str(one.moment_id): activity.moments[str(one.moment_id)]}}
        if activity.is_on:
            kind = MessageKind.ACTIVITY_PLACE
            yield occasion_of(activity, kind, one.person, told, occasion, around.moment)


def _known(around: Around, which: Mapping[UUID, str]) -> dict[Person, Knows]:
    """Of these activities, by person; a later word about a moment takes the place of an earlier one."""
    known = dict[Person, Knows]()
    for one in around.earlier:
        if one.kind in TELLS_WHEN and one.resource_id in which:
            knows = known.setdefault(Person(one.resource_id, one.who, one.student_id), Knows())
            if one.is_open:
                knows.waiting.append(one)
            else:
                knows.heard.update(one.told.get("moments", {}))
    return known


def occasion_of(
    activity: Gathering, kind: MessageKind, one: Person, told: Told, occasion: str, moment: datetime
) -> Occasion:
    starts = sorted(map(start_of, told.get("moments", {}).values()))
    return Occasion(
        occasion=occasion,
        kind=kind,
        resource="activities",
        resource_id=activity.id,
        student_id=one.student_id,
        who=one.who,
        told=told,
        topic=Topic.ACTIVITIES,
        urgency=Urgency.SOON if starts and starts[0] - moment < NEAR else Urgency.ORDINARY,
        too_late_at=starts[-1] if starts else None,
    )
