"""Keeping times while a family chooses."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions import holding
from domain.conferences.models.holds import Held, HoldFields, HoldRead
from domain.conferences.queries.holds import HOLD, HOLDS, HoldQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

Booker = Annotated[Writer, writes(Permission.ROUNDS_BOOK)]
Looker = Annotated[Reader, reads(Permission.ROUNDS_READ)]


@router.post(
    "/conference-rounds/{row_id}/holds",
    operation_id="hold_slots",
    summary="Keep times while choosing",
    response_model=Held,
    status_code=201,
)
async def hold_slots(writer: Booker, row_id: UUID, body: HoldFields) -> Response:
    """For five minutes, all of them or none; then they are free again by themselves. Booking the same time needs
    nothing more: it is the family's own."""
    made = await holding.hold(writer.session, row_id, body)
    return await writer.answer_all(HOLD, [one.id for one in made], status=201)


@router.get(
    "/conference-holds", operation_id="list_holds", summary="List times that are kept", response_model=Page[HoldRead]
)
async def list_holds(reader: Looker, query: Annotated[HoldQuery, Query()]) -> Response:
    """Those of your own family; also what the waiting list keeps for it."""
    return await reader.page(HOLDS, query)


@router.get(
    "/conference-holds/{row_id}", operation_id="get_hold", summary="Get: time that is kept", response_model=HoldRead
)
async def get_hold(reader: Looker, row_id: UUID) -> Response:
    """Until when it is kept."""
    return await reader.one(HOLD, row_id)


@router.delete("/conference-holds/{row_id}", operation_id="delete_hold", summary="Let a kept time go", status_code=204)
async def delete_hold(writer: Booker, row_id: UUID) -> Response:
    """Others can have it at once; an offer goes to who comes next on the waiting list."""
    await holding.let_go(writer.session, row_id, writer.expected_version())
    return writer.nothing()
