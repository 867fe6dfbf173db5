"""Long work: a row that says how far it is, done by the worker, that can be cancelled and ends with a result.

A trigger puts every new job in PgQueuer's queue (see the migration), in the transaction that asks for it: work that
is rolled back is never done, and who asks needs no queue library.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Index, func, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel, col

from domain.kernel import clock
from domain.kernel.database import Database
from domain.kernel.errors import Message, Problem
from domain.kernel.events import record
from domain.kernel.page import PageQuery
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.principal import is_one_of
from domain.kernel.read import Document, Listing
from domain.kernel.row import MOMENT, WORD, Row, RowRead
from domain.kernel.session import SchoolSession
from domain.kernel.text import Line


class JobStatus(StrEnum):
    """The life of a job."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = frozenset({JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.CANCELLED})


class Progress(SQLModel):
    """How far it is."""

    done: int = Field(default=0, ge=0)
    total: int | None = Field(default=None, description="Null while it is not known.")
    phase: str = Field(default="", description="What it is doing, in one word or two.")


def _at_the_start() -> dict[str, Any]:
    return Progress().model_dump()


class JobFields(SQLModel):
    """Long work."""

    kind: str = Field(description="What is done, such as `roster_import`.")
    status: JobStatus = Field(default=JobStatus.QUEUED, sa_type=WORD)
    result: dict[str, Any] | None = Field(
        default=None, sa_type=JSONB, description="What came of it, when it succeeded."
    )
    problem: dict[str, Any] | None = Field(
        default=None, sa_type=JSONB, description="`code` and `detail`, when it failed."
    )
    finished_at: datetime | None = Field(default=None, sa_type=MOMENT)


class Job(Row, JobFields, table=True):
    __tablename__ = "jobs"
    __table_args__ = (Index(None, "school_id", "created_at"),)

    progress: dict[str, Any] = Field(default_factory=_at_the_start, sa_type=JSONB)
    input: dict[str, Any] = Field(default={}, sa_type=JSONB)
    asked_by: str
    cancel_asked: bool = False


class JobRead(RowRead, JobFields):
    """A job as it goes out."""

    progress: Progress


class JobQuery(PageQuery):
    """Which jobs."""

    kind: Line | None = None
    status: JobStatus | None = None


JOBS = Document(
    JobRead,
    Job,
    visible=lambda viewer: (
        is_one_of(viewer, *OFFICE, *SYSTEM) | (col(Job.asked_by) == func.current_setting("app.subject", True))
    ),
)
JOB_LIST = Listing(JOBS, sorts={"created_at": col(Job.created_at)})


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
    detail = {language: message.words(language, data) for language in ("nl", "fr", "en")}
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
