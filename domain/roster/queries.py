"""Reads of imports."""

from typing import Any, cast

from sqlalchemy import ColumnElement, func, literal, literal_column, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.kernel.jobs import Job, JobStatus
from domain.kernel.read import Document, Listing, Reading, looked_up
from domain.roster.models.imports import RosterImport
from domain.roster.models.reports import RosterImportDetail, RosterImportRead


def _status(_: Reading) -> ColumnElement[Any]:
    """Without a job it runs on the command line."""
    of_job = looked_up(Job.status, col(Job.school_id) == col(RosterImport.school_id), col(Job.id) == _JOB)
    return func.coalesce(col(RosterImport.outcome), of_job, literal(JobStatus.RUNNING.value))


def _findings(reading: Reading) -> ColumnElement[Any]:
    """In the reader's language. `localized` would walk through every place too."""
    findings = col(RosterImport.findings)
    if reading.language is None:
        return cast("ColumnElement[Any]", findings)
    one = func.jsonb_array_elements(findings, type_=JSONB).column_valued("finding")
    words = func.jsonb_build_object("detail", func.jsonb_extract_path(one, "detail", reading.language))
    listed = func.coalesce(func.jsonb_agg(one.op("||")(words)), literal_column("'[]'::jsonb"))
    return select(listed).correlate(RosterImport).scalar_subquery()


_JOB = col(RosterImport.job_id)

ROSTER_IMPORTS = Document(RosterImportDetail, RosterImport, computed={"status": _status, "findings": _findings})
ROSTER_IMPORT_LIST = Listing(
    Document(RosterImportRead, RosterImport, computed={"status": _status}),
    sorts={"created_at": col(RosterImport.created_at)},
)
