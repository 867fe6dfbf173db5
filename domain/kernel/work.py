"""Long work, done: what the worker calls for each job."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlmodel import col

from domain.kernel import clock
from domain.kernel.database import Database
from domain.kernel.errors import Message, Problem
from domain.kernel.events import record
from domain.kernel.jobs import ENDED, Job, JobStatus, Progress
from domain.kernel.session import SchoolSession
from domain.kernel.text import OWN_LANGUAGES


class Cancelled(Exception):  # not an error: somebody asked to stop
    """The job was asked to stop."""


class Work:
    """What a job's function gets: its input, its school, and a way to tell how far it is."""

    def __init__(self, database: Database, job: Job) -> None:
        self.database, self.school_id, self.job_id = database, job.school_id, job.id
        self.input, self.asked_by = job.input, job.asked_by

    async def tell(self, phase: str, done: int = 0, total: int | None = None) -> None:
        """Make progress visible at once, in a transaction of its own.

        Raises:
            Cancelled: when somebody asked to stop.
        """
        progress = Progress(done=done, total=total, phase=phase).model_dump()
        async with self.database.working_for(self.school_id) as session:
            if await _set(session, self.job_id, progress=progress):
                raise Cancelled


Deed = Callable[[Work], Awaitable[dict[str, Any]]]
"""What a kind of job does; its result must hold no personal data."""


async def carry_out(database: Database, deeds: dict[str, Deed], school_id: UUID, job_id: UUID) -> None:
    """Do one job and write down how it ended. A job that ended already, or is gone, is left alone."""
    async with database.working_for(school_id) as session:
        job = await session.find_row(select(Job).where(*_is(session, job_id)))
        if job is None or job.status in ENDED:
            return
        job.status = JobStatus.RUNNING
    try:
        result = await deeds[job.kind](Work(database, job))
        ending: dict[str, Any] = {"status": JobStatus.SUCCEEDED, "result": result}
    except Cancelled:
        ending = {"status": JobStatus.CANCELLED}
    except Problem as problem:
        ending = {"status": JobStatus.FAILED, "problem": _told(problem.message, problem.data)}
    except Exception:
        await _end(database, school_id, job_id, {"status": JobStatus.FAILED, "problem": _told(BROKE_DOWN, {})})
        raise
    await _end(database, school_id, job_id, ending)


BROKE_DOWN = Message(
    "job_broke_down",
    "Dit is bij ons misgelopen. Er is niets veranderd.",
    "Un problème est survenu chez nous. Rien n'a changé.",
    "This went wrong on our side. Nothing was changed.",
)


def _told(message: Message, data: dict[str, Any]) -> dict[str, Any]:
    detail = {language: message.words(language, data) for language in OWN_LANGUAGES}
    return {"code": message.code, "detail": detail}


async def _end(database: Database, school_id: UUID, job_id: UUID, ending: dict[str, Any]) -> None:
    async with database.working_for(school_id) as session:
        await _set(session, job_id, finished_at=clock.now(), **ending)
        record(session, f"job.{ending['status']}", "jobs", job_id)


async def _set(session: SchoolSession, job_id: UUID, **values: Any) -> bool:
    """Write these columns; whether somebody asked to stop."""
    statement = update(Job).where(*_is(session, job_id)).values(**values).returning(col(Job.cancel_asked))
    return bool((await session.execute(statement)).scalar())


def _is(session: SchoolSession, job_id: UUID) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Job.school_id) == session.principal.school_id, col(Job.id) == job_id
