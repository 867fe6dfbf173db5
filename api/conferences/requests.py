"""The talks that are asked for."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.request_changes import agree, change_request, withdraw
from domain.conferences.actions.requests import ask
from domain.conferences.actions.rounds import see_round
from domain.conferences.actions.whole_class import ask_for_class
from domain.conferences.models.request_reads import ClassRequestFields, ClassRequests, TalkRequestRead
from domain.conferences.models.requests import RequestFields, TalkFields
from domain.conferences.queries.requests import REQUEST_LISTING, REQUESTS, RequestQuery
from domain.conferences.rules.states import Deed
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["conferences"])

TalkPatch = patch_of(TalkFields)
RequestReader = Annotated[Reader, reads(Permission.ROUNDS_READ)]
Anybody = Annotated[Writer, writes(Permission.ROUNDS_JOIN)]


@router.get(
    "/conference-requests",
    operation_id="list_talk_requests",
    summary="List the talks that are asked for",
    response_model=Page[TalkRequestRead],
)
async def list_requests(reader: RequestReader, query: Annotated[RequestQuery, Query()]) -> Response:
    """Of one round with `round_id`. A family finds its own; what was withdrawn with `withdrawn=true`."""
    return await reader.page(REQUEST_LISTING, query)


@router.post(
    "/conference-rounds/{row_id}/requests",
    operation_id="request_talk",
    summary="Ask for a talk",
    response_model=TalkRequestRead,
    status_code=201,
)
async def post_request(writer: Anybody, row_id: UUID, body: RequestFields) -> Response:
    """By the staff (must, wanted, or not needed) or by a family. The same family, student and teacher is one talk: it
    comes back, with the higher need of both."""
    kept = await ask(writer.session, await see_round(writer.session, row_id, Deed.REQUEST), body)
    where = f"/v1/conference-requests/{kept.request.id}"
    return await writer.answer(REQUESTS, kept.request.id, status=201, location=where)


@router.get(
    "/conference-requests/{row_id}",
    operation_id="get_talk_request",
    summary="Get: talk that is asked for",
    response_model=TalkRequestRead,
)
async def get_request(reader: RequestReader, row_id: UUID) -> Response:
    """A family finds its own part only (R17)."""
    return await reader.one(REQUESTS, row_id)


@router.post(
    "/conference-rounds/{row_id}/requests/batch",
    operation_id="request_class_talks",
    summary="Ask for a talk for a whole class",
    response_model=ClassRequests,
)
async def post_class_requests(writer: Anybody, row_id: UUID, body: ClassRequestFields) -> Response:
    """For each student, with each family that is asked about them; `exceptions` says who needs more, or no talk."""
    round_ = await see_round(writer.session, row_id, Deed.REQUEST)
    return writer.reply_with(await ask_for_class(writer.session, round_, body))


@router.patch(
    "/conference-requests/{row_id}",
    operation_id="change_talk_request",
    summary="Change: talk that is asked for",
    response_model=TalkRequestRead,
)
async def patch_request(
    writer: Anybody,
    row_id: UUID,
    body: TalkPatch,  # type: ignore[valid-type]
) -> Response:
    """Topics, rank, with or without the student. How much it is needed, how long and when, the staff says; a family's
    own wish stays when the staff does not need the talk."""
    await change_request(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(REQUESTS, row_id)


@router.post(
    "/conference-requests/{row_id}/withdraw",
    operation_id="withdraw_talk_request",
    summary="No longer ask for it",
    status_code=204,
)
async def post_withdraw(writer: Anybody, row_id: UUID) -> Response:
    """What the staff or another household still asks for stays: one parent does not cancel for both (R17)."""
    await withdraw(writer.session, row_id)
    return writer.nothing()


@router.post(
    "/conference-requests/{row_id}/agree",
    operation_id="agree_talk_request",
    summary="Say yes to coming together",
    response_model=TalkRequestRead,
)
async def post_agree(writer: Anybody, row_id: UUID) -> Response:
    """By the household that was asked along. Until then, and without it, the talk is the other's alone."""
    await agree(writer.session, row_id)
    return await writer.answer(REQUESTS, row_id)
