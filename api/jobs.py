"""Long work: how far it is, what came of it, stopping it, and having it finish now."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from starlette.responses import StreamingResponse

from api.live_job import LIVE, follow, look
from api.session import Reader, Writer, reads, writes
from domain.kernel.job_actions import cancel, finish
from domain.kernel.job_queries import JOB_LIST, JOBS, JobQuery
from domain.kernel.jobs import JobRead
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/jobs", tags=["jobs"])


@router.get("", operation_id="list_jobs", summary="List jobs", response_model=Page[JobRead])
async def list_jobs(
    reader: Annotated[Reader, reads(Permission.JOBS_READ)], query: Annotated[JobQuery, Query()]
) -> Response:
    """Your own jobs; the office sees those of everybody."""
    return await reader.page(JOB_LIST, query)


@router.get("/{row_id}", operation_id="get_job", summary="Get: job", response_model=JobRead)
async def get_job(reader: Annotated[Reader, reads(Permission.JOBS_READ)], row_id: UUID) -> Response:
    """Its status, its progress, and at the end its result or its problem."""
    return await reader.one(JOBS, row_id)


@router.get(
    "/{row_id}/events",
    operation_id="follow_job",
    summary="Follow a job",
    response_class=Response,
    responses={200: {"description": "Server-sent events `progress`, each a job; the last one has ended.",
                     "content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)  # fmt: skip
async def follow_job(reader: Annotated[Reader, reads(Permission.JOBS_READ)], row_id: UUID) -> Response:
    """Sends the job whenever it has changed, until it has ended. Holds no database connection meanwhile."""
    first = await look(reader, row_id)
    return StreamingResponse(follow(reader, row_id, first), media_type="text/event-stream", headers=LIVE)


@router.post("/{row_id}/cancel", operation_id="cancel_job", summary="Cancel: job", response_model=JobRead)
async def cancel_job(writer: Annotated[Writer, writes(Permission.JOBS_WRITE)], row_id: UUID) -> Response:
    """Stops it before its next step and undoes what it had begun. A job that has ended stays as it is."""
    await cancel(writer.session, row_id)
    return await writer.answer(JOBS, row_id)


@router.post("/{row_id}/finish", operation_id="finish_job", summary="Finish now: job", response_model=JobRead)
async def finish_job(writer: Annotated[Writer, writes(Permission.JOBS_WRITE)], row_id: UUID) -> Response:
    """Ends it soon with the best it has, where `can_finish` says that it can: a planning keeps its best schedule.

    Other jobs do the whole or nothing: 409. A job that has ended stays as it is.
    """
    await finish(writer.session, row_id)
    return await writer.answer(JOBS, row_id)
