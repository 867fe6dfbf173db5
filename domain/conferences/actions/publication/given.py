"""What the statements of a publication are given."""

from typing import Any

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.schedules import PublishFields, Schedule
from domain.conferences.queries.forms import get_form
from domain.conferences.rules.interpreting import LONGEST_TALK, interpreting_minutes
from domain.conferences.rules.publishing import COMES_BESIDE, FELL_OUT
from domain.conferences.rules.topics import may_bring
from domain.conversations.facts import PROFESSIONALS
from domain.conversations.rules.ages import OF_AGE
from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.school.models.schools import School


async def given_for(
    session: SchoolSession, round_: ConferenceRound, schedule: Schedule, fields: PublishFields
) -> dict[str, Any]:
    """Parameters by name, for all statements alike."""
    form = await get_form(session, round_.meeting_type)
    minutes = range(1, LONGEST_TALK + 1)
    usual, interpreted = round_.talk_minutes, round_.interpreted_talk_minutes
    school = (await session.rows(select(School).where(col(School.school_id) == round_.school_id)))[0]
    language = school.languages[0]
    return {
        "school_id": round_.school_id,
        "round_id": round_.id,
        "schedule_id": schedule.id,
        "meeting_type": form.key,
        "time_zone": school.time_zone,
        "now": clock.now(),
        "of_age": OF_AGE,
        "minutes": list(minutes),
        "interpreting": [interpreting_minutes(form, one, usual, interpreted) for one in minutes],
        "professionals": sorted(PROFESSIONALS),
        "may_bring": sorted(may_bring(form.agenda_set_by)),
        "briefing": round_.student_briefing,
        "reason": COMES_BESIDE.words(language),
        "cancelled_reason": fields.cancelled_reason or FELL_OUT.words(language),
        "planner_id": session.principal.staff_id,
        "actor_id": session.principal.person_id,
    }
