"""Where a round takes place, as the planner's document has it."""

from itertools import chain
from typing import Any
from uuid import UUID

from domain.conferences.models import ConferenceStaff
from domain.conferences.queries.problem.facts import Facts
from domain.conferences.queries.problem.spans import local

HERE = "school"
"""The location of rooms of which none is told."""


def sessions(facts: Facts) -> list[dict[str, str]]:
    zone = facts.zone
    return [
        {"id": str(one.id), "start": local(one.starts_at, zone), "end": local(one.ends_at, zone)}
        for one in facts.sessions
    ]


def locations(facts: Facts) -> list[dict[str, str]]:
    return [{"id": HERE, "name": ""}, *({"id": str(one.id), "name": one.name} for one in facts.locations)]


def walking(facts: Facts) -> dict[str, dict[str, int]]:
    """Between two rooms: as the round says within one location, and never less between two."""
    usual = facts.round.room_change_minutes
    told = {
        frozenset({str(one.id), str(walk["location_id"])}): max(usual, walk["minutes"])
        for one in facts.locations
        for walk in _plain(one.walks)
    }
    names = [one["id"] for one in locations(facts)]
    return {a: {b: told.get(frozenset({a, b}), usual) for b in names} for a in names}


def rooms(facts: Facts) -> list[dict[str, Any]]:
    """Those of the round, others where somebody sits, and one of their own for who has none."""
    known = {
        str(one.room_id): {"location": str(one.location_id or HERE), "capacity": one.talks_at_once}
        for one in facts.rooms
    }
    used = chain.from_iterable(rooms_of(facts, one).values() for one, _ in facts.staff)
    others = {room: {"location": HERE, "capacity": 1} for room in used}
    return [{"id": room, **told} for room, told in (others | known).items()]


def rooms_of(facts: Facts, one: ConferenceStaff) -> dict[str, str]:
    """Session -> room."""
    told = {str(place["session_id"]): str(place["room_id"]) for place in _plain(one.places)}
    return {str(session.id): told.get(str(session.id), f"of {one.staff_id}") for session in facts.sessions}


def real_room(name: str) -> UUID | None:
    """The room of the school with this name in the document; None for one of somebody's own."""
    return None if name.startswith("of ") else UUID(name)


def _plain(column: Any) -> Any:
    """Columns keep documents as JSON does, whatever the model calls them."""
    return column
