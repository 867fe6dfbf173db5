"""The first administrator of a school."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.first_administrator import first_administrator
from domain.kernel.permissions import Permission
from domain.kernel.row import Fields
from domain.kernel.text import Line
from domain.school.queries import SCHOOLS

router = APIRouter(prefix="/v1", tags=["school"])


class AdministratorFields(Fields):
    """Who becomes the first administrator of a school."""

    issuer: Line
    subject: Line


@router.post(
    "/schools/{row_id}/administrators",
    operation_id="appoint_administrator",
    summary="Give a school its administrator",
    status_code=204,
)
async def appoint_administrator(
    writer: Annotated[Writer, writes(Permission.SCHOOLS_CREATE)], row_id: UUID, body: AdministratorFields
) -> Response:
    """The only thing the platform operator does inside a school; from then on the administrator lets others in."""
    await SCHOOLS.get(writer.session, row_id)
    await first_administrator(writer.session, row_id, body.issuer, body.subject)
    return writer.nothing()
