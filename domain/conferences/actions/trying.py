"""What if, and planning anew: a new draft beside an older schedule, with something supposed."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.planning import ask_to_plan_round
from domain.conferences.models import ConferenceFamily, ConferenceSession, ConferenceStaff
from domain.conferences.models.planning import ReplanFields, WhatIfFields
from domain.conferences.models.schedules import Schedule, ScheduledTalk
from domain.conferences.models.words import ScheduleOrigin, ScheduleStatus
from domain.conferences.queries.schedules import plans_rounds
from domain.kernel.errors import DOES_NOT_EXIST, Conflict, Detail, Invalid, Message
from domain.kernel.jobs import Job
from domain.kernel.session import SchoolSession

NOTHING_TO_GIVE = Message(
    "nothing_to_give",
    "Bij dit gesprek hoort geen versoepeling: het heeft een moment, of er is niets kleins dat helpt.",
    "Cet entretien n'a pas d'assouplissement : il a un moment, ou rien de petit n'aide.",
    "There is nothing to give for this talk: it has a time, or nothing small would help.",
)
NOT_PUBLISHED = Message(
    "nothing_published",
    "Er is nog niets gepubliceerd om te herplannen.",
    "Rien n'est encore publié qui pourrait être replanifié.",
    "Nothing is published yet that could be planned again.",
)


async def ask_what_if(session: SchoolSession, schedule_id: UUID, fields: WhatIfFields) -> Job:
    """A draft like this schedule, in which what would have to give, gives.

    Raises:
        NotFound: as everywhere. Conflict: `wrong_state`.
        Invalid: `nothing_to_give` for a talk that has a time, or that nothing small would help.
    """
    schedule = await session.get_row(Schedule, schedule_id, plans_rounds(session.viewer))
    supposed = {
        "relaxations": await _relaxations(session, schedule_id, fields.granted),
        "more_time": fields.model_dump(mode="json")["more_time"],
    }
    return await ask_to_plan_round(
        session, schedule.round_id, fields, ScheduleOrigin.WHAT_IF, supposed=supposed, based_on_id=str(schedule_id)
    )


async def _relaxations(session: SchoolSession, schedule_id: UUID, granted: list[UUID]) -> list[dict[str, Any]]:
    mine = (col(ScheduledTalk.school_id) == session.principal.school_id, col(ScheduledTalk.schedule_id) == schedule_id)
    left_out = select(col(ScheduledTalk.request_id), col(ScheduledTalk.left_out)).where(
        *mine, col(ScheduledTalk.request_id).in_(granted)
    )
    told = {one.request_id: one.left_out for one in await session.execute(left_out)}
    wrong = [place for place, one in enumerate(granted) if not (told.get(one) or {}).get("relaxation")]
    if wrong:
        raise Invalid(NOTHING_TO_GIVE, *(Detail(f"/granted/{place}", NOTHING_TO_GIVE) for place in wrong))
    return [{"meeting": str(one), "relaxation": told[one]["relaxation"]} for one in granted]


async def ask_to_replan(session: SchoolSession, round_id: UUID, fields: ReplanFields) -> Job:
    """A draft that changes as few of the published times as it can, now that something is otherwise.

    Raises:
        NotFound: as everywhere. Conflict: `wrong_state`, `nothing_published`.
        Invalid: `unknown_reference` to who or what is not in the round.
    """
    of_round = (col(Schedule.school_id) == session.principal.school_id, col(Schedule.round_id) == round_id)
    published = select(col(Schedule.id)).where(*of_round, col(Schedule.status) == ScheduleStatus.PUBLISHED)
    based_on_id = await session.scalar(published)
    said = fields.model_dump(mode="json", include={"absences", "cancelled_family_ids", "moved_sessions"})
    job = await ask_to_plan_round(
        session, round_id, fields, ScheduleOrigin.REPLANNED, supposed=said, based_on_id=based_on_id and str(based_on_id)
    )
    if based_on_id is None:
        raise Conflict(NOT_PUBLISHED)
    await _ensure_in_round(session, round_id, fields)
    return job


async def _ensure_in_round(session: SchoolSession, round_id: UUID, fields: ReplanFields) -> None:
    named: tuple[tuple[Any, Any, str, list[UUID]], ...] = (
        (ConferenceStaff, ConferenceStaff.staff_id, "/absences/{}/staff_id", [one.staff_id for one in fields.absences]),
        (ConferenceFamily, ConferenceFamily.id, "/cancelled_family_ids/{}", fields.cancelled_family_ids),
        (
            ConferenceSession,
            ConferenceSession.id,
            "/moved_sessions/{}/session_id",
            [one.session_id for one in fields.moved_sessions],
        ),
    )
    for table, column, pointer, ids in named:
        here = (col(table.school_id) == session.principal.school_id, col(table.round_id) == round_id)
        known = set(await session.scalars(select(col(column)).where(*here)))
        wrong = [Detail(pointer.format(place), DOES_NOT_EXIST) for place, one in enumerate(ids) if one not in known]
        if wrong:
            raise Invalid(DOES_NOT_EXIST, *wrong)
