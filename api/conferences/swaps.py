"""Changing times with another family."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions import swapping
from domain.conferences.models.swaps import Proposed, SwapFields, SwapRead
from domain.conferences.queries.swaps import SWAP, SWAPS, SwapQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

Booker = Annotated[Writer, writes(Permission.ROUNDS_BOOK)]
Keyed = Annotated[Writer, writes(Permission.ROUNDS_BOOK, keyed=True)]
Looker = Annotated[Reader, reads(Permission.ROUNDS_READ)]
_ONE = "/conference-swaps/{row_id}"


@router.post(
    "/conference-bookings/{row_id}/swaps",
    operation_id="propose_swap",
    summary="Propose to change times",
    response_model=Proposed,
    status_code=201,
)
async def propose_swap(writer: Booker, row_id: UUID, body: SwapFields) -> Response:
    """With whoever has one of these times with the same teacher. They are asked without learning who asks, and see
    only both times; the first that agrees has it. Nobody has to answer."""
    asked = await swapping.propose(writer.session, row_id, body)
    return writer.reply_with(Proposed(asked=asked), status=201)


@router.get("/conference-swaps", operation_id="list_swaps", summary="List swaps", response_model=Page[SwapRead])
async def list_swaps(reader: Looker, query: Annotated[SwapQuery, Query()]) -> Response:
    """What your family proposed, and what it is asked."""
    return await reader.page(SWAPS, query)


@router.get(_ONE, operation_id="get_swap", summary="Get: swap", response_model=SwapRead)
async def get_swap(reader: Looker, row_id: UUID) -> Response:
    """Both times; never whose the other one is."""
    return await reader.one(SWAP, row_id)


@router.post(f"{_ONE}/agree", operation_id="agree_swap", summary="Agree to a swap", response_model=SwapRead)
async def agree_swap(writer: Keyed, row_id: UUID) -> Response:
    """Both talks move at once, or neither does."""
    await swapping.agree(writer.session, row_id)
    return await writer.answer(SWAP, row_id)


@router.post(f"{_ONE}/refuse", operation_id="refuse_swap", summary="Refuse a swap", response_model=SwapRead)
async def refuse_swap(writer: Booker, row_id: UUID) -> Response:
    """The talk stays where it is; nobody owes a reason."""
    await swapping.refuse(writer.session, row_id)
    return await writer.answer(SWAP, row_id)


@router.post(f"{_ONE}/withdraw", operation_id="withdraw_swap", summary="Withdraw a swap", response_model=SwapRead)
async def withdraw_swap(writer: Booker, row_id: UUID) -> Response:
    """By the family that proposed it."""
    await swapping.withdraw(writer.session, row_id)
    return await writer.answer(SWAP, row_id)
