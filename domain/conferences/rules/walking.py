"""Time between two talks of a family."""

from uuid import UUID

from domain.conferences.models.slot_facts import SlotFacts, TalkFacts
from domain.conferences.models.words import TalkChannel
from domain.conferences.rules.wish import Wish


def minutes_between(wish: Wish, room_id: UUID | None, talk: TalkFacts) -> int:
    """To get from one to the other: on foot, or from home to school."""
    on_site = [channel == TalkChannel.IN_PERSON for channel in (wish.family.channel, talk.channel)]
    if not any(on_site):
        return 0
    if not all(on_site):
        return wish.facts.round.channel_change_minutes
    if room_id == talk.room_id and room_id is not None:
        return 0
    return _on_foot(wish.facts, room_id, talk.room_id) + wish.family.extra_walking_minutes


def _on_foot(facts: SlotFacts, room_id: UUID | None, other_id: UUID | None) -> int:
    where = {room.room_id: room.location_id for room in facts.rooms if room.location_id}
    here, there = (where.get(one) if one else None for one in (room_id, other_id))
    ways = [way.minutes for way in facts.ways if {way.location_id, way.other_id} == {here, there}]
    return max([facts.round.room_change_minutes, *ways]) if here != there else facts.round.room_change_minutes
