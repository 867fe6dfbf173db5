"""Asking for long work, stopping it, and having it finish now."""

from typing import Any
from uuid import UUID

from domain.kernel import clock
from domain.kernel.errors import Conflict, Message
from domain.kernel.events import record
from domain.kernel.job_queries import JOBS
from domain.kernel.jobs import ENDED, Job, JobStatus
from domain.kernel.session import SchoolSession

ALL_OR_NOTHING = Message(
    "job_cannot_finish_early",
    "Dit werk kan niet halverwege stoppen met wat er al is. Je kunt het wel annuleren.",
    "Ce travail ne peut pas s'arrêter à mi-chemin avec ce qu'il a déjà. Vous pouvez l'annuler.",
    "This work cannot stop half-way with what it has. You can cancel it.",
)


async def ask_for(session: SchoolSession, kind: str, job_input: dict[str, Any], *, can_finish: bool = False) -> Job:
    """A new job, to be done after this transaction commits; `can_finish` when its deed heeds `Work.is_to_finish`."""
    principal = session.principal
    job = Job(
        school_id=principal.school_id, kind=kind, input=job_input, asked_by=principal.subject, can_finish=can_finish
    )
    session.add(job)
    record(session, "job.queued", "jobs", job.id, kind=kind)
    return job


async def cancel(session: SchoolSession, job_id: UUID) -> None:
    """Ask a job to stop; one that has not begun stops at once, a running one at its next step."""
    job = await session.get_row(Job, job_id, JOBS.visible(session.viewer))
    if job.status in ENDED:
        return
    job.cancel_asked = True
    if job.status == JobStatus.QUEUED:
        job.status, job.finished_at = JobStatus.CANCELLED, clock.now()
        record(session, "job.cancelled", "jobs", job_id)


async def finish(session: SchoolSession, job_id: UUID) -> None:
    """Ask a job to end with the best it has; one that has not begun ends as soon as it has anything.

    Raises:
        Conflict: when all it can do is the whole.
    """
    job = await session.get_row(Job, job_id, JOBS.visible(session.viewer))
    if not job.can_finish:
        raise Conflict(ALL_OR_NOTHING)
    if job.status not in ENDED:
        job.finish_asked = True
