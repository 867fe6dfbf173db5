"""The waiting list of a round."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions import waiting
from domain.conferences.models.bookings import BookingRead
from domain.conferences.models.waits import WaitFields, WaitRead
from domain.conferences.queries.bookings import BOOKING
from domain.conferences.queries.waits import WAIT, WAITS, WaitQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

Booker = Annotated[Writer, writes(Permission.ROUNDS_BOOK)]
Keyed = Annotated[Writer, writes(Permission.ROUNDS_BOOK, keyed=True)]
Looker = Annotated[Reader, reads(Permission.ROUNDS_READ)]
_ONE = "/conference-waits/{row_id}"


@router.post(
    "/conference-rounds/{row_id}/waits",
    operation_id="join_waiting_list",
    summary="Wait for a time that comes free",
    response_model=WaitRead,
    status_code=201,
)
async def join_waiting_list(writer: Booker, row_id: UUID, body: WaitFields) -> Response:
    """A time that comes free and fits is kept for one family at a time: first whom the school needs to see, then who
    was invited, then by the family's own rank, then who waited longest. One that is open now is offered at once."""
    wait = await waiting.join(writer.session, row_id, body)
    return await writer.answer(WAIT, wait.id, status=201, location=f"/v1/conference-waits/{wait.id}")


@router.get(
    "/conference-waits",
    operation_id="list_waits",
    summary="List waiting places",
    response_model=Page[WaitRead],
)
async def list_waits(reader: Looker, query: Annotated[WaitQuery, Query()]) -> Response:
    """Your own family's; the office sees all."""
    return await reader.page(WAITS, query)


@router.get(_ONE, operation_id="get_wait", summary="Get: place on a waiting list", response_model=WaitRead)
async def get_wait(reader: Looker, row_id: UUID) -> Response:
    """With the time that is kept for the family, when there is one."""
    return await reader.one(WAIT, row_id)


@router.post(
    f"{_ONE}/take",
    operation_id="take_offer",
    summary="Take the time that is offered",
    response_model=BookingRead,
    status_code=201,
)
async def take_offer(writer: Keyed, row_id: UUID) -> Response:
    """Books it. After the time that the round gives, it has gone to who comes next."""
    made = await waiting.take_offer(writer.session, row_id)
    return await writer.answer(BOOKING, made, status=201, location=f"/v1/conference-bookings/{made}")


@router.post(f"{_ONE}/let-go", operation_id="release_offer", summary="Let an offer go", response_model=WaitRead)
async def release_offer(writer: Booker, row_id: UUID) -> Response:
    """It is offered to who comes next at once; nobody owes a reason."""
    await waiting.let_offer_go(writer.session, row_id)
    return await writer.answer(WAIT, row_id)


@router.delete(_ONE, operation_id="delete_wait", summary="Leave a waiting list", status_code=204)
async def delete_wait(writer: Booker, row_id: UUID) -> Response:
    """What is kept for the family goes to who comes next."""
    await waiting.leave(writer.session, row_id, writer.expected_version())
    return writer.nothing()
