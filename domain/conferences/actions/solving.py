"""The job that plans a problem document."""

from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import String, delete, select, update
from sqlalchemy import cast as sql_cast
from sqlmodel import col

from domain.conferences.actions.following import planned
from domain.conferences.models.curve import CurveShown
from domain.conferences.models.planner_runs import PlannerRun
from domain.conferences.planner.process import Budget
from domain.kernel.work import Work


async def plan_problem(work: Work) -> dict[str, Any]:
    """The job. Its result says where the schedule is and how good."""
    try:
        schedule = await _schedule(work)
    except Exception:
        async with work.database.working_for(work.school_id) as session:
            await session.execute(delete(PlannerRun).where(*_is(work)))
        raise
    return _result(work.job_id, schedule)


async def _schedule(work: Work) -> dict[str, Any]:
    """Plan, unless that was done before somebody stumbled."""
    given = select(sql_cast(col(PlannerRun.problem), String), col(PlannerRun.schedule)).where(*_is(work))
    async with work.database.working_for(work.school_id) as session:
        problem, schedule = (await session.execute(given)).one()
    if schedule is None:
        schedule = await planned(work, problem, Budget(**work.input), keep=partial(_keep_curve, work))
        await _keep(work, problem=None, schedule=schedule, curve=CurveShown.of(schedule).model_dump())
    return dict(schedule)


def _result(run_id: UUID, schedule: dict[str, Any]) -> dict[str, Any]:
    address = f"/v1/planner/schedules/{run_id}"
    counts = {"planned": len(schedule["scheduled"]), "left_out": len(schedule["unscheduled"])}
    return {"schedule": address, "curve": f"{address}/curve.svg", "gap": schedule["proof"]["gap"], **counts}


async def _keep_curve(work: Work, curve: CurveShown) -> None:
    await _keep(work, curve=curve.model_dump())


async def _keep(work: Work, **values: Any) -> None:
    async with work.database.working_for(work.school_id) as session:
        await session.execute(update(PlannerRun).where(*_is(work)).values(**values))


def _is(work: Work) -> tuple[Any, Any]:
    return col(PlannerRun.school_id) == work.school_id, col(PlannerRun.id) == work.job_id
