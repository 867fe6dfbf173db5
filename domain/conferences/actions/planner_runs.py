"""Having a problem document planned, and forgetting it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, select
from sqlmodel import col

from domain.conferences.models.curve import CurveShown
from domain.conferences.models.planner_runs import PlannerRun
from domain.conferences.planner.process import Budget
from domain.kernel import clock
from domain.kernel.errors import Conflict, Message
from domain.kernel.job_actions import ask_for
from domain.kernel.jobs import ENDED, Job
from domain.kernel.session import SchoolSession

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


async def forget_old_runs(session: SchoolSession) -> None:
    """Problems and schedules of yesterday."""
    await session.execute(
        delete(PlannerRun).where(
            col(PlannerRun.school_id) == session.principal.school_id,
            col(PlannerRun.created_at) < clock.now() - KEPT,
        )
    )
