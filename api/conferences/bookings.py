"""Booking open times, moving and cancelling talks."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.booking import book
from domain.conferences.actions.cancelling import cancel
from domain.conferences.actions.freezing import freeze
from domain.conferences.actions.moving import move
from domain.conferences.models.bookings import Booked, BookingRead, FreezeFields, MoveBookingFields
from domain.conferences.models.holds import BookFields
from domain.conferences.queries.bookings import BOOKING, BOOKINGS, BookingQuery
from domain.conversations.models.participants import CancelFields
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["conferences"])

BookingPatch = patch_of(FreezeFields)
Booker = Annotated[Writer, writes(Permission.ROUNDS_BOOK, keyed=True)]
Looker = Annotated[Reader, reads(Permission.ROUNDS_READ)]


@router.post(
    "/conference-rounds/{row_id}/bookings",
    operation_id="book_talks",
    summary="Book open times",
    response_model=Booked,
    status_code=201,
)
async def book_talks(writer: Booker, row_id: UUID, body: BookFields) -> Response:
    """All the talks, or none of them. Each becomes a conversation that is planned at once. A refusal says why, and
    which times nearby are open (`alternatives`). Repeat with the same Idempotency-Key and nothing is booked twice."""
    made = await book(writer.session, row_id, body)
    return await writer.answer_all(BOOKING, [one.id for one in made], status=201)


@router.get(
    "/conference-bookings", operation_id="list_bookings", summary="List talks", response_model=Page[BookingRead]
)
async def list_bookings(reader: Looker, query: Annotated[BookingQuery, Query()]) -> Response:
    """Those that you may see, in order; a family sees its own (R20)."""
    return await reader.page(BOOKINGS, query)


@router.get(
    "/conference-bookings/{row_id}", operation_id="get_booking", summary="Get: talk", response_model=BookingRead
)
async def get_booking(reader: Looker, row_id: UUID) -> Response:
    """Also when it is expected to begin, when a teacher runs late."""
    return await reader.one(BOOKING, row_id)


@router.patch(
    "/conference-bookings/{row_id}", operation_id="change_booking", summary="Freeze a talk", response_model=BookingRead
)
async def change_booking(
    writer: Annotated[Writer, writes(Permission.ROUNDS_PLAN)],
    row_id: UUID,
    body: BookingPatch,  # type: ignore[valid-type]
) -> Response:
    """By the office: what is frozen stays when the round is planned again, whatever else moves. Unfreeze it alike."""
    await freeze(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(BOOKING, row_id)


@router.post(
    "/conference-bookings/{row_id}/move", operation_id="move_booking", summary="Move a talk", response_model=BookingRead
)
async def move_booking(writer: Booker, row_id: UUID, body: MoveBookingFields) -> Response:
    """To an open time with the same people. Of two families together, neither moves the other's talk (R17)."""
    await move(writer.session, row_id, body.starts_at)
    return await writer.answer(BOOKING, row_id)


@router.post(
    "/conference-bookings/{row_id}/cancel",
    operation_id="cancel_booking",
    summary="Call a talk off",
    response_model=BookingRead,
)
async def cancel_booking(writer: Booker, row_id: UUID, body: CancelFields) -> Response:
    """The time goes to who waits for it. Of two families together, one only steps back: the other's stays (R17)."""
    await cancel(writer.session, row_id, body)
    return await writer.answer(BOOKING, row_id)
