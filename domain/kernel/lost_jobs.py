"""Jobs that would stay queued or running for ever, since the queue has them no longer."""

from sqlalchemy import column, exists, func, table, update
from sqlmodel import col

from domain.kernel.events import record
from domain.kernel.jobs import ENDED, Job
from domain.kernel.session import SchoolSession
from domain.kernel.work import broken_down

_QUEUE = table("pgqueuer", column("payload"), schema="queue")


async def end_lost_jobs(session: SchoolSession) -> None:
    """End them as broken down: most often the queue gave up bringing them. A job leaves the queue after its row says
    that it ended, so one that is under way is never taken for lost."""
    payload = func.convert_to(func.concat(col(Job.school_id), " ", col(Job.id)), "UTF8")
    lost = (
        col(Job.school_id) == session.principal.school_id,
        col(Job.status).not_in(ENDED),
        ~exists().where(_QUEUE.c.payload == payload),
    )
    for job_id in (
        await session.execute(update(Job).where(*lost).values(**broken_down()).returning(col(Job.id)))
    ).scalars():
        record(session, "job.failed", "jobs", job_id)
