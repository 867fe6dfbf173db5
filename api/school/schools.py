"""Schools, which are the tenants."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.kernel.page import Page, PageQuery
from domain.kernel.permissions import Permission
from domain.school.actions import found_school
from domain.school.models.schools import SchoolFields, SchoolRead
from domain.school.queries import SCHOOLS

router = APIRouter(prefix="/v1", tags=["school"])


@router.get("/schools", operation_id="list_schools", summary="List schools", response_model=Page[SchoolRead])
async def list_schools(
    reader: Annotated[Reader, reads(Permission.SCHOOLS_READ)], query: Annotated[PageQuery, Query()]
) -> Response:
    """Your own school; all of them for the platform operator, who sees no family."""
    return await reader.page(SCHOOLS.listing, query)


@router.post(
    "/schools", operation_id="create_school", summary="Add: school", response_model=SchoolRead, status_code=201
)
async def create_school(writer: Annotated[Writer, writes(Permission.SCHOOLS_CREATE)], body: SchoolFields) -> Response:
    """A new school, with nothing in it but itself. Give it a first administrator with a membership."""
    school = await found_school(writer.session, body)
    return await writer.created(SCHOOLS.document, school.id)


@router.get("/schools/{row_id}", operation_id="get_school", summary="Get: school", response_model=SchoolRead)
async def get_school(
    reader: Annotated[Reader, reads(Permission.SCHOOLS_READ)], row_id: UUID, lang: Lang = None
) -> Response:
    """A school."""
    return await reader.one(SCHOOLS.document, row_id)


@router.patch("/schools/{row_id}", operation_id="change_school", summary="Change: school", response_model=SchoolRead)
async def change_school(
    writer: Annotated[Writer, writes(Permission.SCHOOLS_WRITE)],
    row_id: UUID,
    body: SCHOOLS.patch,  # type: ignore[name-defined]
) -> Response:
    """What the school tells of itself."""
    await SCHOOLS.change(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(SCHOOLS.document, row_id)
