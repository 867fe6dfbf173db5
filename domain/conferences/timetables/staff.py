"""The timetable of a teacher."""

from domain.conferences.models.timetables.facts import RoundFacts, StaffFacts, TalkFacts
from domain.conferences.models.timetables.read import StaffTalk, StaffTimetable
from domain.conferences.rules.spans import breaks, free
from domain.conferences.timetables.parts import comers, of_round, spans, students, where_and_when


def staff_timetable(facts: RoundFacts, staff: StaffFacts) -> StaffTimetable:
    """Talks with what to know of each, breaks, and what is free."""
    return StaffTimetable(
        **of_round(facts),
        staff_id=staff.id,
        given_name=staff.given_name,
        family_name=staff.family_name,
        talks=[_talk(facts, staff, talk) for talk in staff.talks],
        breaks=spans(facts, breaks(facts, staff)),
        free=spans(facts, free(facts, staff)),
    )


def _talk(facts: RoundFacts, staff: StaffFacts, talk: TalkFacts) -> StaffTalk:
    return StaffTalk(
        **where_and_when(facts, talk),
        is_named=talk.is_named,
        students=students(talk),
        people=comers(one for one in talk.people if one.person_id != staff.id),
        topics=talk.topics,
        interpreter_language=talk.interpreter_language,
        is_checked_in=talk.checked_in_at is not None,
    )
