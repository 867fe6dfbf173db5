"""The school: its years, calendar, classes, rooms and people."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from api.collection import Lang, add_collection
from api.session import Reader, Writer, reads, writes
from domain.kernel.membership import first_administrator
from domain.kernel.page import Page, PageQuery
from domain.kernel.permissions import Permission
from domain.kernel.row import Fields
from domain.kernel.text import Line
from domain.school.actions import add_holidays, assign_staff, found_school, release_staff
from domain.school.models import ClassStaffFields, SchoolClassRead, SchoolFields, SchoolRead
from domain.school.queries import (
    ACADEMIC_SESSIONS,
    CALENDAR_PERIODS,
    CLASSES,
    INTERPRETERS,
    ROOMS,
    SCHOOLS,
    STAFF,
)

router = APIRouter(prefix="/v1", tags=["school"])

add_collection(router, "/academic-sessions", ACADEMIC_SESSIONS, Permission.CALENDAR_READ, Permission.CALENDAR_WRITE)
add_collection(router, "/calendar-periods", CALENDAR_PERIODS, Permission.CALENDAR_READ, Permission.CALENDAR_WRITE)
add_collection(router, "/classes", CLASSES, Permission.STAFF_READ, Permission.STAFF_WRITE)
add_collection(router, "/rooms", ROOMS, Permission.STAFF_READ, Permission.STAFF_WRITE)
add_collection(router, "/staff", STAFF, Permission.STAFF_READ, Permission.STAFF_WRITE, plural="the staff")
add_collection(router, "/interpreters", INTERPRETERS, Permission.STAFF_READ, Permission.STAFF_WRITE)


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


class HolidayCount(Fields):
    """How many holidays a school year has in the calendar now."""

    school_year: int
    periods: int


SchoolYear = Annotated[int, Path(ge=1991, le=2090, description="The calendar year in which the school year starts.")]


@router.post(
    "/calendar-periods/flemish-holidays/{school_year}",
    operation_id="add_flemish_holidays",
    summary="Compute the Flemish school holidays of a year",
    response_model=HolidayCount,
)
async def compute_holidays(
    writer: Annotated[Writer, writes(Permission.CALENDAR_WRITE)], school_year: SchoolYear
) -> Response:
    """By the Decision of the Flemish Government of 17 April 1991; safe to repeat. Local free days are yours to add."""
    made = await add_holidays(writer.session, school_year)
    return writer.reply_with(HolidayCount(school_year=school_year, periods=made))


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
