"""What if, and planning anew: drafts beside an older schedule. Both are jobs."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.conferences.actions.trying import ask_to_replan, ask_what_if
from domain.conferences.models.planning import ReplanFields, WhatIfFields
from domain.kernel.job_queries import JOBS
from domain.kernel.jobs import JobRead
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

Planner = Annotated[Writer, writes(Permission.ROUNDS_PLAN)]


@router.post(
    "/conference-schedules/{row_id}/what-if",
    operation_id="try_what_if",
    summary="What if something gave way?",
    response_model=JobRead,
    status_code=202,
)
async def try_what_if(writer: Planner, row_id: UUID, body: WhatIfFields) -> Response:
    """A new draft in which what would help some talks gives way, or somebody has more time. Nobody is bound by it:
    ask them, and write down what they say. Compare it with the draft it came from."""
    job = await ask_what_if(writer.session, row_id, body)
    return await writer.answer(JOBS, job.id, status=202, location=f"/v1/jobs/{job.id}")


@router.post(
    "/conference-rounds/{row_id}/replan",
    operation_id="replan_conference_round",
    summary="Plan a published round again",
    response_model=JobRead,
    status_code=202,
)
async def replan(writer: Planner, row_id: UUID, body: ReplanFields) -> Response:
    """Somebody is ill, a family does not come, a session moves: a draft that changes as few published times as it can.

    Frozen talks and those that have begun stay. Compare it with the published schedule to see who gets another time;
    nothing changes for anybody before you publish it.
    """
    job = await ask_to_replan(writer.session, row_id, body)
    return await writer.answer(JOBS, job.id, status=202, location=f"/v1/jobs/{job.id}")
