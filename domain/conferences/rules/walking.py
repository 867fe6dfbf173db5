"""Time between two talks of a family."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from domain.conferences.models.slot_facts import SlotFacts
from domain.conferences.models.words import TalkChannel


class Spot(NamedTuple):
    """Where a talk is held."""

    room_id: UUID | None
    channel: str


class Walk(NamedTuple):
    """Minutes on foot between two locations; they count both ways."""

    ends: frozenset[UUID]
    minutes: int


class Ground(NamedTuple):
    """Where the rooms of a round are, and what lies between them."""

    room_change_minutes: int
    channel_change_minutes: int
    location: Mapping[UUID, UUID | None]
    """Of each room."""
    walks: Iterable[Walk]


def ground_of(facts: SlotFacts) -> Ground:
    """As open times know it."""
    location = {room.room_id: room.location_id for room in facts.rooms}
    walks = [Walk(frozenset({way.location_id, way.other_id}), way.minutes) for way in facts.ways]
    return Ground(facts.round.room_change_minutes, facts.round.channel_change_minutes, location, walks)


def minutes_between(ground: Ground, here: Spot, there: Spot, extra: int) -> int:
    """To get from one to the other: on foot (and what the family asks more), or from home to school."""
    on_site = [spot.channel == TalkChannel.IN_PERSON for spot in (here, there)]
    if not any(on_site):
        return 0
    if not all(on_site):
        return ground.channel_change_minutes
    if here.room_id and here.room_id == there.room_id:
        return 0
    return _on_foot(ground, here.room_id, there.room_id) + extra


def _on_foot(ground: Ground, *rooms: UUID | None) -> int:
    """As the round says within one location, and never less between two."""
    places = {ground.location.get(one) if one else None for one in rooms}
    return max([ground.room_change_minutes, *(walk.minutes for walk in ground.walks if walk.ends == places)])
