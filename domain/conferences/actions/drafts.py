"""Keeping what the planner found: a draft, and each talk in it with its time or with why it has none."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlmodel import col

from domain.conferences.models.schedules import Schedule
from domain.conferences.models.words import ScheduleStatus
from domain.conferences.queries.asked import ASKED, STANDING
from domain.conferences.queries.problem import RoundProblem
from domain.conferences.queries.waiting import waiting_in
from domain.conferences.queries.whole_rounds import expecting_many
from domain.kernel import clock
from domain.kernel.errors import Message
from domain.kernel.events import record
from domain.kernel.in_sql import NEW_ID
from domain.kernel.session import SchoolSession
from domain.kernel.text import OWN_LANGUAGES
from domain.kernel.work import Work
from domain.school.models.schools import School

NOT_PLANNED = Message(
    "not_planned",
    "De school plant dit gesprek apart.",
    "L'école planifie cet entretien à part.",
    "The school plans this talk apart.",
)
"""Of a talk that the planner was not given: with somebody who takes no part in the round, or at an impossible time."""

NOT_COMING = Message(
    "family_away",
    "Jullie lieten weten dat jullie niet komen.",
    "Vous avez fait savoir que vous ne venez pas.",
    "You let us know that you are not coming.",
)

_TALKS = text(f"""
INSERT INTO conference_talks (school_id, id, schedule_id, request_id, session_id, starts_at, ends_at, interpreter_id,
                              room_id, left_out, stood_at)
WITH asked AS ({ASKED}), standing AS ({STANDING}),
     known AS (
       SELECT * FROM unnest(CAST(:known AS uuid[]), CAST(:stood AS timestamptz[])) AS k (request_id, stood_at)),
     placed AS (
       SELECT t.meeting, t.start AT TIME ZONE :time_zone AS starts_at, i.id AS interpreter
         FROM jsonb_to_recordset(CAST(:scheduled AS jsonb)) AS t (meeting uuid, start timestamp, interpreter text)
         LEFT JOIN interpreters i ON i.school_id = :school_id AND i.id::text = t.interpreter
        UNION ALL
       SELECT s.request_id, s.starts_at, s.interpreter_id
         FROM standing s WHERE s.request_id = ANY (CAST(:aside AS uuid[]))),
     told AS (
       SELECT p.meeting, p.starts_at, p.interpreter, NULL::jsonb AS left_out FROM placed p
        UNION ALL
       SELECT (one ->> 'meeting')::uuid, NULL, NULL, one - 'meeting'
         FROM jsonb_array_elements(CAST(:unscheduled AS jsonb)) AS one
        UNION ALL
       SELECT one, NULL, NULL, CAST(:not_planned AS jsonb)
         FROM unnest(CAST(:aside AS uuid[])) AS one WHERE one NOT IN (SELECT meeting FROM placed))
SELECT :school_id, {NEW_ID}, :schedule_id, a.id, coalesce(s.session_id, evening.id), t.starts_at,
       t.starts_at + coalesce(s.ends_at - s.starts_at, make_interval(mins => a.minutes)), t.interpreter,
       CASE WHEN s.id IS NULL THEN place.room_id ELSE s.room_id END, t.left_out, k.stood_at
  FROM told t
  JOIN asked a ON a.id = t.meeting
  LEFT JOIN known k ON k.request_id = a.id
  LEFT JOIN standing s ON s.request_id = a.id AND s.starts_at = t.starts_at
  LEFT JOIN conference_sessions evening
    ON evening.school_id = :school_id AND evening.round_id = :round_id
   AND evening.starts_at <= t.starts_at AND t.starts_at < evening.ends_at
  LEFT JOIN LATERAL (
       SELECT (one ->> 'room_id')::uuid AS room_id
         FROM conference_staff c CROSS JOIN LATERAL jsonb_array_elements(c.places) AS one
        WHERE c.school_id = :school_id AND c.round_id = :round_id AND c.staff_id = a.staff[1]
          AND (one ->> 'session_id')::uuid = evening.id) place ON true
""")


async def keep_draft(session: SchoolSession, work: Work, found: dict[str, Any], problem: RoundProblem) -> Schedule:
    """A draft of what the planner found; talks that were withdrawn meanwhile are not in it."""
    draft = _draft(work, found)
    session.add(draft)
    await session.flush()
    [school] = await session.rows(select(School).where(col(School.school_id) == work.school_id))
    given = {
        "school_id": work.school_id,
        "round_id": draft.round_id,
        "schedule_id": draft.id,
        "time_zone": school.time_zone,
        "now": clock.now(),
        "scheduled": json.dumps(found["scheduled"]),
        "unscheduled": json.dumps([*found["unscheduled"], *(_why(NOT_COMING, one) for one in problem.gone)]),
        "aside": list(problem.aside),
        "not_planned": json.dumps(_why(NOT_PLANNED)),
        "known": list(problem.stood),
        "stood": list(problem.stood.values()),
    }
    async with expecting_many(session):
        await session.execute(_TALKS, given)
    draft.figures = draft.figures | {"summary": _summary(found) | await waiting_in(session, draft.id)}
    record(session, "conference_schedule.created", "conference_schedules", draft.id, round_id=draft.round_id)
    return draft


def _why(message: Message, meeting: UUID | None = None) -> dict[str, Any]:
    """As the planner says why a talk has no time."""
    words = {language: message.words(language) for language in OWN_LANGUAGES}
    return {"meeting": str(meeting), "reason": message.code, "words": words, "relaxation": None}


def _summary(found: dict[str, Any]) -> dict[str, Any]:
    """The planner's figures under the names by which they go out."""
    objective, proof = found["objective"], found["proof"]
    return {
        "placed": len(found["scheduled"]),
        "left_out": len(found["unscheduled"]),
        "mandatory_left": objective["mandatory_unscheduled"],
        "weight_left": objective["unscheduled_weight"],
        "published_changes": objective["published_changes"],
        "gap": proof["gap"],
        "proven_levels": proof["proven_levels"],
    }


def _draft(work: Work, found: dict[str, Any]) -> Schedule:
    asked = work.input
    return Schedule(
        school_id=work.school_id,
        round_id=UUID(asked["round_id"]),
        name=asked["name"],
        status=ScheduleStatus.DRAFT,
        origin=asked["origin"],
        based_on_id=asked.get("based_on_id"),
        relaxation=asked.get("supposed"),
        job_id=work.job_id,
        seed=found["seed"],
        seconds=asked["seconds"],
        figures={"objective": found["objective"], "proof": found["proof"]},
        curve=found["curve"],
    )
