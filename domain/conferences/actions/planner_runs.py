"""Having a problem document planned, and the job that does it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import String, delete, func, select, update
from sqlalchemy import cast as sql_cast
from sqlmodel import col

from domain.conferences.models.curve import CurveShown
from domain.conferences.models.planner_runs import PlannerRun
from domain.conferences.planner.process import Budget, planning
from domain.kernel import clock
from domain.kernel.errors import Conflict, Message
from domain.kernel.job_actions import ask_for
from domain.kernel.jobs import ENDED, Job
from domain.kernel.session import SchoolSession
from domain.kernel.work import Work

KIND = "problem_planning"
"""What the job is called."""

KEPT = timedelta(hours=23)
"""How long a problem and its schedule are kept: forgetting comes every hour, and a day later nothing is there."""


MOST_AT_ONCE = 3
BUSY = Message(
    "planner_busy",
    "Er lopen al {most} planningen van jou. Wacht tot er een klaar is, of stop er een.",
    "{most} de vos planifications sont déjà en cours. Attendez que l'une se termine, ou arrêtez-en une.",
    "{most} plannings of yours are under way. Wait until one is ready, or stop one.",
)


async def ask_to_plan(session: SchoolSession, problem: dict[str, Any], budget: Budget) -> Job:
    """Have a problem planned that was read and found good; its schedule gets the id of the job.

    Raises:
        Conflict: when too many of the same person are under way: there are others, and the worker has work beside.
    """
    if await _under_way(session) >= MOST_AT_ONCE:
        raise Conflict(BUSY, most=MOST_AT_ONCE)
    job = await ask_for(session, KIND, budget._asdict(), can_finish=True)
    await session.flush()
    session.add(PlannerRun(school_id=job.school_id, id=job.id, problem=problem, curve=CurveShown().model_dump()))
    return job


async def _under_way(session: SchoolSession) -> int:
    mine = select(func.count()).where(
        col(Job.school_id) == session.principal.school_id,
        col(Job.asked_by) == session.principal.subject,
        col(Job.kind) == KIND,
        col(Job.status).not_in(ENDED),
    )
    return (await session.execute(mine)).scalar_one()


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
        schedule = await _planned(work, problem)
        await _keep(work, problem=None, schedule=schedule, curve=CurveShown.of(schedule).model_dump())
    return dict(schedule)


async def _planned(work: Work, problem: str) -> dict[str, Any]:
    curve = CurveShown()
    async with planning(problem, Budget(**work.input)) as planner:
        async for progress in planner:
            if curve.points and progress["seconds"] - curve.points[-1].seconds < LEAST_SECONDS:
                continue
            curve = curve.grown(progress)
            await _keep(work, curve=curve.model_dump())
            await work.tell(progress["phase"], progress["placed"], progress["talks"], **_figures(progress))
            if work.is_to_finish and progress["placed"]:
                planner.stop()
    return planner.schedule


LEAST_SECONDS = 0.4
"""Between two tellings."""


def _figures(progress: dict[str, Any]) -> dict[str, float | None]:
    mandatory, weight, changes, burden, *_ = progress["objective"]
    left = {"mandatory_left": mandatory, "weight_left": weight, "changes": changes, "burden": burden}
    return left | {name: progress.get(name) for name in ("seconds", "planned_weight", "planned_weight_at_most", "gap")}


def _result(run_id: UUID, schedule: dict[str, Any]) -> dict[str, Any]:
    address = f"/v1/planner/schedules/{run_id}"
    counts = {"planned": len(schedule["scheduled"]), "left_out": len(schedule["unscheduled"])}
    return {"schedule": address, "curve": f"{address}/curve.svg", "gap": schedule["proof"]["gap"], **counts}


async def _keep(work: Work, **values: Any) -> None:
    async with work.database.working_for(work.school_id) as session:
        await session.execute(update(PlannerRun).where(*_is(work)).values(**values))


def _is(work: Work) -> tuple[Any, Any]:
    return col(PlannerRun.school_id) == work.school_id, col(PlannerRun.id) == work.job_id


async def forget_old_runs(session: SchoolSession) -> None:
    """Problems and schedules of yesterday."""
    await session.execute(
        delete(PlannerRun).where(
            col(PlannerRun.school_id) == session.principal.school_id,
            col(PlannerRun.created_at) < clock.now() - KEPT,
        )
    )
