"""Asking for long work, and stopping it."""

from typing import Any
from uuid import UUID

from domain.kernel import clock
from domain.kernel.events import record
from domain.kernel.job_queries import JOBS
from domain.kernel.jobs import ENDED, Job, JobStatus
from domain.kernel.session import SchoolSession


async def ask_for(session: SchoolSession, kind: str, job_input: dict[str, Any]) -> Job:
    """A new job, to be done after this transaction commits."""
    principal = session.principal
    job = Job(school_id=principal.school_id, kind=kind, input=job_input, asked_by=principal.subject)
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
