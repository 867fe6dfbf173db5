"""The timetable of a family."""

from itertools import pairwise
from uuid import UUID

from domain.conferences.models.timetables.facts import FamilyFacts, RoundFacts, TalkFacts
from domain.conferences.models.timetables.read import FamilyTalk, FamilyTimetable
from domain.conferences.rules.walking import Ground, Spot, Walk, minutes_between
from domain.conferences.timetables.parts import OF_FAMILY, comers, of_round, students, where_and_when


def family_timetable(facts: RoundFacts) -> FamilyTimetable:
    """What this family needs to come on time, and to find its way."""
    [family] = facts.families
    ways = _ways(facts, family)
    talks = [_talk(facts, talk, ways.get(talk.conversation_id)) for talk in family.talks]
    reach = of_round(facts) | {"phone": facts.phone, "email": facts.email}
    return FamilyTimetable(**reach, family_id=family.id, talks=talks)


def _talk(facts: RoundFacts, talk: TalkFacts, way: int | None) -> FamilyTalk:
    """Another family that comes to the same talk is not named: each has its own (R17)."""
    return FamilyTalk(
        **where_and_when(facts, talk),
        students=students(talk),
        people=comers(one for one in talk.people if one.role not in OF_FAMILY),
        interpreter_language=talk.interpreter_language,
        walking_minutes=way,
        is_checked_in=talk.checked_in_at is not None,
    )


def _ways(facts: RoundFacts, family: FamilyFacts) -> dict[UUID, int]:
    """Minutes from each talk to the next of the same session."""
    going = [talk for talk in family.talks if talk.takes_place]
    ground, extra = _ground(facts), family.extra_walking_minutes
    return {
        one.conversation_id: minutes_between(ground, _spot(one), _spot(following), extra)
        for one, following in pairwise(going)
        if one.session_id == following.session_id
    }


def _spot(talk: TalkFacts) -> Spot:
    return Spot(talk.room_id, talk.channel)


def _ground(facts: RoundFacts) -> Ground:
    location = {room.id: room.location_id for room in facts.rooms}
    walks = [Walk(frozenset({one.id, way.location_id}), way.minutes) for one in facts.locations for way in one.walks]
    return Ground(facts.room_change_minutes, facts.channel_change_minutes, location, walks)
