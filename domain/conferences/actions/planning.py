"""Having a round planned: the job ends with a draft schedule, and nobody but the office knows of it."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.drafts import keep_draft
from domain.conferences.actions.following import planned
from domain.conferences.models.curve import CurveShown
from domain.conferences.models.planning import PlanningFields
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.schedules import Schedule
from domain.conferences.models.words import ScheduleOrigin
from domain.conferences.planner.process import Budget
from domain.conferences.queries.problem import Document, problem_of
from domain.conferences.queries.visibility import is_team
from domain.conferences.rules.states import Deed, ensure
from domain.kernel.job_actions import ask_for
from domain.kernel.jobs import Job
from domain.kernel.session import SchoolSession
from domain.kernel.work import Work

KIND = "conference_planning"
"""What the job is called."""


async def problem_for(session: SchoolSession, round_id: UUID) -> Document:
    """The problem that a round is.

    Raises:
        NotFound: as everywhere. Invalid: `round_not_to_plan`.
    """
    round_ = await session.get_row(ConferenceRound, round_id, is_team(session.viewer))
    return (await problem_of(session, round_)).document


async def ask_to_plan_round(
    session: SchoolSession,
    round_id: UUID,
    fields: PlanningFields,
    origin: ScheduleOrigin = ScheduleOrigin.PLANNED,
    **more: Any,
) -> Job:
    """A new draft of this round; `more` is what a what-if or a replan says beside.

    Raises:
        NotFound: as everywhere. Conflict: `wrong_state`.
    """
    round_ = await session.get_row(ConferenceRound, round_id, is_team(session.viewer))
    ensure(round_.status, Deed.PLAN_TALKS)
    asked = fields.model_dump(mode="json") | more | {"round_id": str(round_id), "origin": origin}
    return await ask_for(session, KIND, asked, can_finish=True)


async def plan_round(work: Work) -> dict[str, Any]:
    """The job. Its result says where the draft is and how good. Done again after a fall, it finds what it kept."""
    async with work.database.working_for(work.school_id) as session:
        kept = await session.find_row(select(Schedule).where(col(Schedule.job_id) == work.job_id))
        round_ = await session.get_row(ConferenceRound, UUID(work.input["round_id"]))
        problem = await problem_of(session, round_, work.input.get("supposed"))
    if kept is None:
        budget = Budget(*(work.input[name] for name in Budget._fields))
        document = json.dumps(problem.document)
        schedule = await planned(work, document, budget, _unseen)
        async with work.database.working_for(work.school_id) as session:
            kept = await keep_draft(session, work, schedule, problem)
    return result_of(kept)


async def _unseen(_: CurveShown) -> None:
    """Nobody looks at a draft before it is there."""


def result_of(draft: Schedule) -> dict[str, Any]:
    """Where the draft is, and how good."""
    address = f"/v1/conference-schedules/{draft.id}"
    return {"schedule_id": str(draft.id), "schedule": address, "gap": draft.figures["proof"]["gap"]}
