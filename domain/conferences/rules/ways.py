"""The way from one talk to the next."""

from collections.abc import Sequence
from uuid import UUID

from domain.catalogue.models.words import Channel
from domain.conferences.models.timetables.facts import LocationFacts, RoundFacts, TalkFacts


def way_between(facts: RoundFacts, before: TalkFacts, after: TalkFacts, *, extra_minutes: int = 0) -> int:
    """Minutes between two talks of a family: on foot, with what it needs beyond that, or to change channel."""
    at_school = [one.channel == Channel.IN_PERSON for one in (before, after)]
    if not any(at_school):
        return 0
    if not all(at_school):
        return facts.channel_change_minutes
    if before.room_id == after.room_id:
        return 0
    here, there = (_location(facts, one.room_id) for one in (before, after))
    walk = _walk(facts.locations, here, there) if here and there and here != there else None
    return (facts.room_change_minutes if walk is None else walk) + extra_minutes


def _location(facts: RoundFacts, room_id: UUID | None) -> UUID | None:
    return facts.room[room_id].location_id if room_id in facts.room else None


def _walk(locations: Sequence[LocationFacts], here: UUID, there: UUID) -> int | None:
    """As it stands with either of the two: a walk counts both ways."""
    ends = {(here, there), (there, here)}
    return next(
        (walk.minutes for one in locations for walk in one.walks if (one.id, walk.location_id) in ends),
        None,
    )
