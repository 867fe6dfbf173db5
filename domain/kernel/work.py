"""Long work, done: what the worker calls for each job."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select, update
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

    def __init__(self, database: Database, job: Job, closing: asyncio.Event) -> None:
        self.database, self.school_id, self.job_id = database, job.school_id, job.id
        self.input, self.asked_by = job.input, job.asked_by
        self._finish_asked, self._closing = job.finish_asked, closing

    @property
    def is_to_finish(self) -> bool:
        """Whether somebody was heard to ask for what there is by now, or this worker is about to stop."""
        return self._finish_asked or self._closing.is_set()

    async def tell(self, phase: str, done: int = 0, total: int | None = None, **figures: float | None) -> None:
        """Make progress visible at once, in a transaction of its own, and hear what was asked meanwhile.

        Raises:
            Cancelled: when somebody asked to stop.
        """
        progress = Progress(done=done, total=total, phase=phase, figures=figures).model_dump()
        async with self.database.working_for(self.school_id) as session:
            asked = await _set(session, self.job_id, progress=progress)
        if asked and asked.cancel_asked:
            raise Cancelled
        self._finish_asked = bool(asked and asked.finish_asked)


Deed = Callable[[Work], Awaitable[dict[str, Any]]]
"""What a kind of job does; its result must hold no personal data. What was begun and left is done again."""


async def carry_out(
    database: Database, deeds: dict[str, Deed], school_id: UUID, job_id: UUID, closing: asyncio.Event
) -> None:
    """Do one job and write down how it ended. A job that ended already, or is gone, is left alone."""
    async with database.working_for(school_id) as session:
        job = await session.find_row(select(Job).where(*_is(session, job_id)))
        if job is None or job.status in ENDED:
            return
        job.status = JobStatus.RUNNING
    try:
        ending = await _ending(deeds[job.kind], Work(database, job, closing))
        await _end(database, school_id, job_id, ending)
    except Exception:
        await _end(database, school_id, job_id, {"status": JobStatus.FAILED, "problem": _told(BROKE_DOWN, {})})
        raise


async def _ending(deed: Deed, work: Work) -> dict[str, Any]:
    try:
        return {"status": JobStatus.SUCCEEDED, "result": await deed(work)}
    except Cancelled:
        return {"status": JobStatus.CANCELLED}
    except Problem as problem:
        return {"status": JobStatus.FAILED, "problem": _told(problem.message, problem.data)}


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


async def _set(session: SchoolSession, job_id: UUID, **values: Any) -> Row[bool, bool] | None:
    """Write these columns; what was asked of the job meanwhile."""
    statement = update(Job).where(*_is(session, job_id)).values(**values)
    asked = statement.returning(col(Job.cancel_asked), col(Job.finish_asked))
    return (await session.execute(asked)).one_or_none()


def _is(session: SchoolSession, job_id: UUID) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Job.school_id) == session.principal.school_id, col(Job.id) == job_id
