"""Long work: a row that says how far it is, done by the worker, that can be cancelled and ends with a result; some can
be told to finish at any time, with the best they have.

A trigger puts every new job in PgQueuer's queue (see the migration), in the transaction that asks for it: work that
is rolled back is never done, and who asks needs no queue library.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import MOMENT, WORD, Row, RowRead


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
    figures: dict[str, float | None] = Field(
        default={}, description="What this kind of work tells beside; null for what it does not know yet."
    )


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
    can_finish: bool = Field(
        default=False, description="Whether `finish` ends it at any time with the best it has, such as a planning."
    )


class Job(Row, JobFields, table=True):
    __tablename__ = "jobs"
    __table_args__ = (Index(None, "school_id", "created_at"),)

    progress: dict[str, Any] = Field(default_factory=_at_the_start, sa_type=JSONB)
    input: dict[str, Any] = Field(default={}, sa_type=JSONB)
    asked_by: str
    cancel_asked: bool = False
    finish_asked: bool = False


class JobRead(RowRead, JobFields):
    """A job as it goes out."""

    progress: Progress
