"""Time between two talks of a family."""

from typing import NamedTuple
from uuid import UUID

from domain.conferences.models.slot_facts import SlotFacts
from domain.conferences.models.words import TalkChannel


class Spot(NamedTuple):
    """Where a talk is held."""

    room_id: UUID | None
    channel: str


def minutes_between(facts: SlotFacts, here: Spot, there: Spot, extra: int) -> int:
    """To get from one to the other: on foot (and what the family asks more), or from home to school."""
    on_site = [spot.channel == TalkChannel.IN_PERSON for spot in (here, there)]
    if not any(on_site):
        return 0
    if not all(on_site):
        return facts.round.channel_change_minutes
    if here.room_id and here.room_id == there.room_id:
        return 0
    return _on_foot(facts, here.room_id, there.room_id) + extra


def _on_foot(facts: SlotFacts, *rooms: UUID | None) -> int:
    where = {room.room_id: room.location_id for room in facts.rooms}
    places = {where.get(one) if one else None for one in rooms}
    ways = [way.minutes for way in facts.ways if places == {way.location_id, way.other_id}]
    return max([facts.round.room_change_minutes, *ways])
