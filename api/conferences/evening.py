"""The evening itself."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions import evening
from domain.conferences.actions.on_the_spot import add_on_the_spot
from domain.conferences.models.bookings import BookingRead, SpotFields
from domain.conferences.models.evening import TightTalks
from domain.conferences.models.staff import DelayFields, DelayRead
from domain.conferences.queries.bookings import BOOKING
from domain.conferences.queries.evening import DELAY
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

Runner = Annotated[Writer, writes(Permission.ROUNDS_RUN)]


@router.get(
    "/conference-staff/{row_id}/delay",
    operation_id="get_delay",
    summary="Look how late somebody runs",
    response_model=DelayRead,
)
async def get_delay(reader: Annotated[Reader, reads(Permission.ROUNDS_READ)], row_id: UUID) -> Response:
    """For who says it, and the office. Families see when their own talk is expected (`expected_at`)."""
    return await reader.one(DELAY, row_id)


@router.put(
    "/conference-staff/{row_id}/delay",
    operation_id="put_delay",
    summary="Say how late you run",
    response_model=DelayRead,
)
async def put_delay(writer: Runner, row_id: UUID, body: DelayFields) -> Response:
    """Families see at once when their talk is expected; talks that cannot be reached in time are told to the staff."""
    await evening.run_late(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(DELAY, row_id)


@router.get(
    "/conference-rounds/{row_id}/tight-talks",
    operation_id="list_tight_talks",
    summary="List talks that cannot be reached in time",
    response_model=TightTalks,
)
async def list_tight_talks(writer: Runner, row_id: UUID) -> Response:
    """As late as everybody runs now, and with the family's walking. A teacher sees those of her own talks."""
    return writer.reply_with(TightTalks(items=await evening.tight_talks(writer.session, row_id)))


@router.post(
    "/conference-bookings/{row_id}/check-in",
    operation_id="check_in",
    summary="Say that the family is there",
    response_model=BookingRead,
)
async def check_in(writer: Annotated[Writer, writes(Permission.ROUNDS_BOOK)], row_id: UUID) -> Response:
    """By the family, or by somebody at the door."""
    await evening.check_in(writer.session, row_id)
    return await writer.answer(BOOKING, row_id)


@router.post(
    "/conference-rounds/{row_id}/on-the-spot",
    operation_id="add_talk_on_the_spot",
    summary="Add a talk on the spot",
    response_model=BookingRead,
    status_code=201,
)
async def add_talk(
    writer: Annotated[Writer, writes(Permission.ROUNDS_RUN, keyed=True)], row_id: UUID, body: SpotFields
) -> Response:
    """Also outside the hours of the round; nobody and no room is taken twice."""
    made = await add_on_the_spot(writer.session, row_id, body)
    return await writer.answer(BOOKING, made.id, status=201, location=f"/v1/conference-bookings/{made.id}")
