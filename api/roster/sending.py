"""Sending in a roster, and applying one that was previewed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.session import Writer, writes
from api.upload import ZIP_BODY, Upload, uploaded
from domain.kernel.permissions import Permission
from domain.roster.actions import apply_preview, receive
from domain.roster.flaws import Mode
from domain.roster.models.imports import RosterImport
from domain.roster.models.reports import RosterImportDetail
from domain.roster.queries import ROSTER_IMPORTS

router = APIRouter(prefix="/v1/roster-imports", tags=["roster"])


Importer = Annotated[Writer, writes(Permission.ROSTER_IMPORT)]


class ImportQuery(BaseModel):
    """How to take the bundle."""

    model_config = ConfigDict(extra="forbid")

    mode: Mode = Field(Mode.STRICT, description="`lenient` takes small faults of exporting systems, as warnings.")
    preview: bool = Field(default=False, description="Only tell what would change; apply it later or not.")


@router.post(
    "",
    operation_id="import_roster",
    summary="Import a roster",
    response_model=RosterImportDetail,
    status_code=202,
    openapi_extra=ZIP_BODY,
)
async def post_roster_import(
    upload: Annotated[Upload, uploaded], writer: Importer, query: Annotated[ImportQuery, Query()]
) -> Response:
    """Send a OneRoster 1.1 or 1.2 CSV bundle (zip, at most 50 MiB). `Location` is the job that reads and applies it,
    whole or not at all: people who are no longer in it are ended, never deleted, and lose their access."""
    asked = await receive(writer.session, query.mode, query.preview, upload.pieces())
    return await _accepted(writer, asked)


@router.post(
    "/{row_id}/apply",
    operation_id="apply_roster_import",
    summary="Apply a previewed import",
    response_model=RosterImportDetail,
    status_code=202,
)
async def post_apply(writer: Importer, row_id: UUID) -> Response:
    """Within a day of its preview, and not after an import that was sent in later. `Location` is the job."""
    asked = await apply_preview(writer.session, row_id)
    return await _accepted(writer, asked)


async def _accepted(writer: Writer, asked: RosterImport) -> Response:
    return await writer.answer(ROSTER_IMPORTS, asked.id, status=202, location=f"/v1/jobs/{asked.job_id}")
