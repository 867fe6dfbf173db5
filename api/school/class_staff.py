"""Who teaches a class."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.school.actions import assign_staff, release_staff
from domain.school.models.class_staff import ClassStaffFields
from domain.school.models.classes import SchoolClassRead
from domain.school.queries import CLASSES

router = APIRouter(prefix="/v1", tags=["school"])


@router.post(
    "/classes/{row_id}/staff",
    operation_id="assign_class_staff",
    summary="Let somebody teach a class",
    response_model=SchoolClassRead,
)
async def assign_class_staff(
    writer: Annotated[Writer, writes(Permission.STAFF_WRITE)], row_id: UUID, body: ClassStaffFields
) -> Response:
    """From then on this person sees the students of the class."""
    await assign_staff(writer.session, row_id, body)
    return await writer.answer(CLASSES.document, row_id)


@router.post(
    "/classes/{row_id}/staff/{staff_id}/release",
    operation_id="release_class_staff",
    summary="Take somebody off a class",
    response_model=SchoolClassRead,
)
async def release_class_staff(
    writer: Annotated[Writer, writes(Permission.STAFF_WRITE)], row_id: UUID, staff_id: UUID
) -> Response:
    """From then on this person no longer sees its students."""
    await release_staff(writer.session, row_id, staff_id)
    return await writer.answer(CLASSES.document, row_id)
