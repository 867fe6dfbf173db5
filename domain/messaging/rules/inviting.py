"""From activities as they are by now, and what families heard of them, to what has to be said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.messaging.models.words import MessageKind
from domain.messaging.rules.gathered import Gathered, Who
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

    student_id: UUID
    heard: dict[str, list[str]] = field(default_factory=dict)
    waiting: list[Earlier] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Around:
    """What is looked at."""

    gathered: Gathered
    gatherings: Mapping[UUID, Gathering]
    children: Mapping[UUID, UUID]
    """Of whoever counts on one of these, or did."""
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


def about_changed(around: Around) -> Found:
    """Who counts on a moment hears that it moved; what did not leave yet is said as it is by now."""
    found, altered = Found(), around.gathered.altered
    for one, knows in _known(around, altered).items():
        activity = around.gatherings[one.activity_id]
        stale = [message for message in knows.waiting if not activity.is_so(message.told)]
        found.overtaken.extend(message.id for message in stale)
        kind, told = _news(around, activity, one, knows, stale)
        if activity.is_on and kind:
            person = Person(*one, knows.student_id)
            found.occasions.append(occasion_of(activity, kind, person, told, altered[activity.id], around.moment))
    return found


def _news(
    around: Around, activity: Gathering, one: Who, knows: Knows, stale: list[Earlier]
) -> tuple[MessageKind | None, Told]:
    told, mine = activity.told_to(one.who), activity.coming.get(one.who, frozenset())
    if lost_at := _lost_at(around, one, stale):
        return MessageKind.ACTIVITY_CHANGE, told | {"lost_at": lost_at, "comes": bool(mine)}
    if stale and stale[-1].kind is MessageKind.ACTIVITY_PLACE:
        return MessageKind.ACTIVITY_PLACE, activity.place_of(one.who)
    if not knows.heard and stale and not mine:
        return stale[-1].kind, told
    differs = activity.differs_for(one.who, {"moments": knows.heard})
    was_not_told = not knows.heard and bool(mine & around.gathered.moved)
    counts = activity.is_counted_on_by(one.who) and (differs or was_not_told)
    return (MessageKind.ACTIVITY_CHANGE if counts else None), told


def _lost_at(around: Around, one: Who, stale: Iterable[Earlier]) -> str | None:
    """When the moment was that fell away, now or in what they did not hear yet."""
    lost = around.gathered.lost.get(one)
    return lost.starts_at if lost else next((at for message in stale if (at := message.told.get("lost_at"))), None)


def about_cancelled(around: Around) -> Found:
    """Who counts on it hears that it is off. Who was invited and did not hear it yet hears nothing at all."""
    found = Found()
    for one, knows in _known(around, around.gathered.cancelled).items():
        activity = around.gatherings[one.activity_id]
        found.overtaken.extend(message.id for message in knows.waiting)
        is_ahead = (last := activity.begins_last_at) is not None and last > around.moment
        counts = one.who in activity.coming or (knows.heard and activity.is_counted_on_by(one.who))
        if is_ahead and counts:
            occasion, told = around.gathered.cancelled[activity.id], activity.told_to(one.who)
            person, kind = Person(*one, knows.student_id), MessageKind.ACTIVITY_CANCELLED
            found.occasions.append(occasion_of(activity, kind, person, told, occasion, around.moment))
    return found


def about_places(around: Around, placed: Iterable[Placed]) -> Iterator[Occasion]:
    """There is a place for who waited, and for whom the school signed up or moved."""
    for one in placed:
        activity, occasion = around.gatherings[one.person.activity_id], around.gathered.places[one.id]
        told = {"moments": {str(one.moment_id): activity.moments[str(one.moment_id)]}}
        if activity.is_on:
            kind = MessageKind.ACTIVITY_PLACE
            yield occasion_of(activity, kind, one.person, told, occasion, around.moment)


def _known(around: Around, which: Mapping[UUID, str]) -> dict[Who, Knows]:
    """Of these activities: who was told, a later word about a moment in place of an earlier one; and who counts on them
    or did, told or not."""
    known = dict[Who, Knows]()
    for one in around.earlier:
        if one.kind in TELLS_WHEN and one.resource_id in which:
            knows = known.setdefault(Who(one.resource_id, one.who), Knows(one.student_id))
            if one.is_open:
                knows.waiting.append(one)
            else:
                knows.heard.update(one.told.get("moments", {}))
    counting = {Who(id_, who) for id_ in which for who in around.gatherings[id_].coming}
    for person in sorted(counting | {lost for lost in around.gathered.lost if lost.activity_id in which}):
        known.setdefault(person, Knows(around.children[person.who]))
    return known


def occasion_of(
    activity: Gathering, kind: MessageKind, one: Person, told: Told, occasion: str, moment: datetime
) -> Occasion:
    lost = [datetime.fromisoformat(told["lost_at"])] if "lost_at" in told else []
    starts = sorted([*map(start_of, told.get("moments", {}).values()), *lost])
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
