"""The talks that are asked for."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.requests import ask
from domain.conferences.actions.rounds import see_round
from domain.conferences.models.request_reads import TalkRequestRead
from domain.conferences.models.requests import RequestFields
from domain.conferences.queries.requests import REQUEST_LISTING, REQUESTS, RequestQuery
from domain.conferences.rules.states import Deed
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

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
