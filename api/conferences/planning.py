"""Planning a round: the problem that it is, and the jobs that make draft schedules of it."""

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.conferences.actions.planning import ask_to_plan_round, problem_for
from domain.conferences.models.planning import PlanningFields
from domain.conferences.planner.document import ProblemDocument
from domain.kernel.job_queries import JOBS
from domain.kernel.jobs import JobRead
from domain.kernel.permissions import Permission
from domain.kernel.replay import Answer

router = APIRouter(prefix="/v1/conference-rounds/{row_id}", tags=["conferences"])

Planner = Annotated[Writer, writes(Permission.ROUNDS_PLAN)]


@router.get(
    "/problem",
    operation_id="get_conference_problem",
    summary="Get: the round as a problem",
    response_model=ProblemDocument,
)
async def get_problem(writer: Planner, row_id: UUID) -> Response:
    """What the planner gets: who can when, less what takes them elsewhere, and what is asked for; ids and no names.

    `POST /v1/planner/solve` takes the same document, so a school can try what it likes.
    """
    return writer.reply(Answer(200, None, json.dumps(await problem_for(writer.session, row_id))))


@router.post(
    "/schedules",
    operation_id="draft_conference_schedule",
    summary="Make a draft schedule",
    response_model=JobRead,
    status_code=202,
)
async def draft_schedule(writer: Planner, row_id: UUID, body: PlanningFields) -> Response:
    """A job that ends with a draft schedule; its `result` says where. `finish` ends it with the best so far.

    Of a published round, as few published times change as possible, and what is frozen or has begun stays.
    """
    job = await ask_to_plan_round(writer.session, row_id, body)
    return await writer.answer(JOBS, job.id, status=202, location=f"/v1/jobs/{job.id}")
