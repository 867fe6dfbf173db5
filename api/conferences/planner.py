"""The planner for who has a problem of their own: a document in, a job out, a schedule back. No school data needed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.answers import SVG, Svg
from api.conferences.problem_body import PROBLEM_BODY, problem_sent, read_sent
from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.planner_runs import ask_to_plan
from domain.conferences.drawing.curve import draw_curve
from domain.conferences.models.curve import CurveShown
from domain.conferences.models.schedule_document import ScheduleDocument
from domain.conferences.planner.process import Budget
from domain.conferences.queries.planner_runs import CURVES, SCHEDULES
from domain.kernel.job_queries import JOBS
from domain.kernel.jobs import JobRead
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/planner", tags=["planner"])

PlannerReader = Annotated[Reader, reads(Permission.PLANNER_USE)]


class SolveQuery(BaseModel):
    """How long the planner may search, and how."""

    model_config = ConfigDict(extra="forbid")

    seconds: int = Field(30, ge=1, le=600, description="The whole time, proof and explanations included.")
    seed: int = Field(1, ge=0, lt=1 << 31, description="With one worker, the same seed gives the same schedule.")
    workers: int = Field(1, ge=1, le=4, description="Cores to use.")


@router.post(
    "/solve",
    operation_id="solve_problem",
    summary="Plan a problem",
    response_model=JobRead,
    status_code=202,
    openapi_extra=PROBLEM_BODY,
)
async def post_problem(
    sent: Annotated[bytes, problem_sent],
    writer: Annotated[Writer, writes(Permission.PLANNER_USE)],
    query: Annotated[SolveQuery, Query()],
) -> Response:
    """Send a problem (at most 16 MiB); it is checked at once, and every flaw is told with its place.

    `Location` is the job: it tells how many talks are placed, what is proven, and ends by itself; `finish` ends it with
    the best so far. Its schedule stands at `/v1/planner/schedules/{id of the job}`. Nothing is kept for longer than a
    day: the problem goes as soon as it is planned.
    """
    budget = Budget(query.seconds, query.seed, query.workers)
    job = await ask_to_plan(writer.session, await read_sent(sent), budget)
    return await writer.answer(JOBS, job.id, status=202, location=f"/v1/jobs/{job.id}")


@router.get(
    "/schedules/{row_id}",
    operation_id="get_planner_schedule",
    summary="Get: the schedule of a problem",
    response_model=ScheduleDocument,
)
async def get_planner_schedule(reader: PlannerReader, row_id: UUID) -> Response:
    """The best schedule, with what is proven of it and why each other talk found no place; there once its job has
    succeeded, for who asked for it and for the office, until the next day."""
    return await reader.one(SCHEDULES, row_id)


@router.get(
    "/schedules/{row_id}/curve.svg",
    operation_id="get_planner_curve",
    summary="Get: the score over time of a run as a picture",
    response_class=Svg,
)
async def get_planner_curve(reader: PlannerReader, row_id: UUID) -> Response:
    """Talks placed and weight left out as time went by, with the bound that is proven; told in words too. It grows
    while the job runs."""
    curve = CurveShown.model_validate_json(await reader.body(CURVES, row_id))
    return reader.answer(draw_curve(curve, reader.language, row_id), SVG)
