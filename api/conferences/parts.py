"""What a round is made of: when, where, with whom of the staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from sqlmodel import SQLModel

from api.parts import Parts, add_part
from api.session import Writer, writes
from domain.conferences.actions.parts import (
    INTERPRETER_PART,
    LOCATION_PART,
    ROOM_PART,
    SEPARATION_PART,
    SESSION_PART,
    STAFF_PART,
    RoundPart,
)
from domain.conferences.actions.staff import add_class_staff, say_time
from domain.conferences.models.places import ConferenceLocations, ConferenceRooms, ConferenceSessions
from domain.conferences.models.separations import ConferenceSeparations
from domain.conferences.models.staff import (
    ClassStaffAddFields,
    ConferenceInterpreters,
    ConferenceStaffList,
    ConferenceStaffRead,
    StaffTimeFields,
)
from domain.conferences.queries.lists import list_of
from domain.conferences.queries.staff import STAFF, STAFF_LIST
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])


def _add(plural: str, part: RoundPart, whole: type[SQLModel], read: Permission = Permission.ROUNDS_READ) -> None:
    parts = Parts("conference-rounds", "a round", plural, f"conference-{plural}", read, Permission.ROUNDS_WRITE)
    add_part(router, parts, part, list_of(whole, part.document))


_add("sessions", SESSION_PART, ConferenceSessions)
_add("locations", LOCATION_PART, ConferenceLocations)
_add("rooms", ROOM_PART, ConferenceRooms)
_add("staff", STAFF_PART, ConferenceStaffList)
_add("interpreters", INTERPRETER_PART, ConferenceInterpreters)
_add("separations", SEPARATION_PART, ConferenceSeparations, read=Permission.ROUNDS_WRITE)


@router.post(
    "/conference-rounds/{row_id}/staff/batch",
    operation_id="add_class_staff_to_round",
    summary="Add all who teach these classes",
    response_model=ConferenceStaffList,
)
async def post_class_staff(
    writer: Annotated[Writer, writes(Permission.ROUNDS_WRITE)], row_id: UUID, body: ClassStaffAddFields
) -> Response:
    """Who is there already stays as they are."""
    await add_class_staff(writer.session, row_id, body)
    return await writer.answer(STAFF_LIST, row_id)


@router.put(
    "/conference-staff/{row_id}/availability",
    operation_id="say_staff_availability",
    summary="Say when you can",
    response_model=ConferenceStaffRead,
)
async def put_staff_availability(
    writer: Annotated[Writer, writes(Permission.ROUNDS_JOIN)], row_id: UUID, body: StaffTimeFields
) -> Response:
    """By a colleague for themselves, or by the office. Null is: in every session on their teaching days."""
    await say_time(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(STAFF, row_id)
