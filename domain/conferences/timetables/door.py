"""What hangs on a door. Everybody who passes reads it: so no child, no topic, and no family unless it was asked for."""

from uuid import UUID

from domain.conferences.models.timetables.facts import RoundFacts, StaffFacts, TalkFacts
from domain.conferences.models.timetables.read import DoorPerson, DoorTime, DoorTimetable
from domain.conferences.rules.spans import Part, free
from domain.conferences.timetables.parts import late, of_round, times
from domain.conversations.models.participants import FAMILY_ROLES


def door_timetable(facts: RoundFacts, room_id: UUID, *, named: bool) -> DoorTimetable:
    """The times of those who sit in this room."""
    room = facts.room[room_id]
    staff = [_person(facts, one, room_id, named=named) for one in facts.staff]
    return DoorTimetable(**of_round(facts), room_id=room_id, room=room.name, location=room.location, staff=staff)


def family_names(talk: TalkFacts) -> list[str]:
    """Of the parents who come, each once."""
    return list(dict.fromkeys(one.family_name for one in talk.people if one.role in FAMILY_ROLES))


def _person(facts: RoundFacts, staff: StaffFacts, room_id: UUID, *, named: bool) -> DoorPerson:
    here = [talk for talk in staff.talks if talk.room_id == room_id and talk.takes_place]
    sessions = {place.session_id for place in staff.places if place.room_id == room_id} | {
        talk.session_id for talk in here
    }
    taken = [_taken(facts, talk, named=named) for talk in here]
    left = [_free(facts, part) for part in free(facts, staff) if part.session_id in sessions]
    ordered = sorted(taken + left, key=lambda time: time.starts_at)
    return DoorPerson(staff_id=staff.id, given_name=staff.given_name, family_name=staff.family_name, times=ordered)


def _taken(facts: RoundFacts, talk: TalkFacts, *, named: bool) -> DoorTime:
    part = Part(talk.session_id, talk.starts_at, talk.ends_at)
    family = " – ".join(family_names(talk)) if named else ""
    return DoorTime(**times(facts, part), **late(facts, talk.expected_at), is_free=False, family=family or None)


def _free(facts: RoundFacts, part: Part) -> DoorTime:
    return DoorTime(**times(facts, part), **late(facts, None), is_free=True, family=None)
