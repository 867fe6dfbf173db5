"""The whole evening: teachers by time."""

from domain.conferences.models.timetables.facts import RoomFacts, RoundFacts, SessionFacts, StaffFacts, TalkFacts
from domain.conferences.models.timetables.read import EveningPerson, EveningTalk, EveningTimetable, SessionRead
from domain.conferences.rules.spans import breaks, free
from domain.conferences.timetables.door import family_names
from domain.conferences.timetables.parts import of_round, spans, students, where_and_when


def evening_timetable(facts: RoundFacts) -> EveningTimetable:
    """Everybody of the staff, by location and then by name; without topics."""
    staff = sorted((_person(facts, one) for one in facts.staff), key=lambda one: (one.location is None, one.location))
    return EveningTimetable(**of_round(facts), sessions=[_session(facts, one) for one in facts.sessions], staff=staff)


def _session(facts: RoundFacts, session: SessionFacts) -> SessionRead:
    start, end = facts.local(session.starts_at), facts.local(session.ends_at)
    return SessionRead(**session.model_dump(), local_start=start, local_end=end)


def _person(facts: RoundFacts, staff: StaffFacts) -> EveningPerson:
    rooms = _rooms(facts, staff)
    return EveningPerson(
        staff_id=staff.id,
        given_name=staff.given_name,
        family_name=staff.family_name,
        rooms=[room.name for room in rooms],
        location=rooms[0].location if rooms else None,
        talks=[_talk(facts, talk) for talk in staff.talks],
        breaks=spans(facts, breaks(facts, staff)),
        free=spans(facts, free(facts, staff)),
    )


def _rooms(facts: RoundFacts, staff: StaffFacts) -> list[RoomFacts]:
    """Those somebody has in these sessions, and those of the talks."""
    sessions = {one.id for one in facts.sessions}
    ids = [place.room_id for place in staff.places if place.session_id in sessions]
    ids += [talk.room_id for talk in staff.talks if talk.room_id]
    return [facts.room[room_id] for room_id in dict.fromkeys(ids) if room_id in facts.room]


def _talk(facts: RoundFacts, talk: TalkFacts) -> EveningTalk:
    return EveningTalk(
        **where_and_when(facts, talk),
        is_named=talk.is_named,
        students=students(talk),
        families=family_names(talk),
        interpreter_language=talk.interpreter_language,
        is_checked_in=talk.checked_in_at is not None,
    )
