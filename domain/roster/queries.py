"""Reads of imports."""

from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.kernel.jobs import Job, JobStatus
from domain.kernel.read import Document, Listing, Reading, looked_up
from domain.roster.models import RosterImport, RosterImportDetail, RosterImportRead


def _status(_: Reading) -> ColumnElement[Any]:
    """Without a job it runs on the command line."""
    of_job = looked_up(Job.status, col(Job.school_id) == col(RosterImport.school_id), col(Job.id) == _JOB)
    return func.coalesce(col(RosterImport.outcome), of_job, literal(JobStatus.RUNNING.value))


def _findings(reading: Reading) -> ColumnElement[Any]:
    """In the reader's language. `localized` would walk through every place too."""
    findings = col(RosterImport.findings)
    if reading.language is None:
        return findings
    one = func.jsonb_array_elements(findings, type_=JSONB).column_valued("finding")
    words = func.jsonb_build_object("detail", one["detail"].op("->")(cast(reading.language, String)))
    listed = func.coalesce(func.jsonb_agg(one.op("||")(words)), cast(literal([], JSONB), JSONB))
    return select(listed).select_from(one).scalar_subquery()


_JOB = col(RosterImport.job_id)

ROSTER_IMPORTS = Document(
    RosterImportDetail, RosterImport, computed={"status": _status, "findings": _findings}
)
ROSTER_IMPORT_LIST = Listing(
    Document(RosterImportRead, RosterImport, computed={"status": _status}),
    sorts={"created_at": col(RosterImport.created_at)},
)
