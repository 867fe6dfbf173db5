"""Families: students, guardians, households, restrictions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.collection import add_collection
from api.session import Writer, writes
from domain.families.actions import HOUSEHOLD_COLLECTION, enroll, link_guardian
from domain.families.models.enrollments import EnrollmentFields
from domain.families.models.guardianships import GuardianshipFields
from domain.families.models.students import StudentRead
from domain.families.queries import GUARDIAN_COLLECTION, RESTRICTION_COLLECTION, STUDENT_COLLECTION, STUDENTS
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["families"])

add_collection(router, "/students", STUDENT_COLLECTION, Permission.FAMILIES_READ, Permission.FAMILIES_WRITE)
add_collection(router, "/guardians", GUARDIAN_COLLECTION, Permission.FAMILIES_READ, Permission.FAMILIES_WRITE)
add_collection(
    router, "/restrictions", RESTRICTION_COLLECTION, Permission.RESTRICTIONS_READ, Permission.RESTRICTIONS_WRITE
)
add_collection(router, "/households", HOUSEHOLD_COLLECTION, Permission.FAMILIES_READ, Permission.FAMILIES_WRITE)

Registrar = Annotated[Writer, writes(Permission.FAMILIES_WRITE)]


@router.post(
    "/students/{row_id}/guardianships",
    operation_id="link_guardian",
    summary="Say what a guardian is to a student",
    response_model=StudentRead,
)
async def post_guardianship(writer: Registrar, row_id: UUID, body: GuardianshipFields) -> Response:
    """Relationship, authority, right to information; in place of what was said of this guardian before."""
    await link_guardian(writer.session, row_id, body)
    return await writer.answer(STUDENTS, row_id)


@router.post(
    "/students/{row_id}/enrollments",
    operation_id="enroll_student",
    summary="Put a student in a class",
    response_model=StudentRead,
)
async def post_enrollment(writer: Registrar, row_id: UUID, body: EnrollmentFields) -> Response:
    """From then on the staff of the class sees the student. Give `ended_on` to end it."""
    await enroll(writer.session, row_id, body)
    return await writer.answer(STUDENTS, row_id)
