"""Agreements: who does what, by when."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conversations.actions.agreements import agree, change_agreement
from domain.conversations.models.agreements import AgreementChangeFields, AgreementFields, AgreementRead, Agreements
from domain.conversations.queries.record import AGREEMENT_LIST, AGREEMENTS, AGREEMENTS_MADE, AgreementQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["conversations"])

AgreementPatch = patch_of(AgreementChangeFields)
AgreementReader = Annotated[Reader, reads(Permission.CONVERSATIONS_READ)]
AgreementWriter = Annotated[Writer, writes(Permission.CONVERSATIONS_WRITE)]


@router.get(
    "/conversations/{row_id}/agreements",
    operation_id="list_conversation_agreements",
    summary="List what a conversation agreed",
    response_model=Agreements,
)
async def list_made(reader: AgreementReader, row_id: UUID) -> Response:
    """For who took part and for the team; an interpreter sees none."""
    return await reader.one(AGREEMENTS_MADE, row_id)


@router.post(
    "/conversations/{row_id}/agreements",
    operation_id="create_agreement",
    summary="Agree on something",
    response_model=AgreementRead,
    status_code=201,
)
async def post_agreement(writer: AgreementWriter, row_id: UUID, body: AgreementFields) -> Response:
    """During the conversation or after it. It stays in sight at the next conversation until it is done."""
    made = await agree(writer.session, row_id, body)
    return await writer.answer(AGREEMENTS, made.id, status=201, location=f"/v1/agreements/{made.id}")


@router.get(
    "/agreements", operation_id="list_agreements", summary="List agreements", response_model=Page[AgreementRead]
)
async def list_agreements(reader: AgreementReader, query: Annotated[AgreementQuery, Query()]) -> Response:
    """Of all conversations that you may see, the oldest first."""
    return await reader.page(AGREEMENT_LIST, query)


@router.get(
    "/agreements/{row_id}", operation_id="get_agreement", summary="Get: agreement", response_model=AgreementRead
)
async def get_agreement(reader: AgreementReader, row_id: UUID) -> Response:
    """An agreement."""
    return await reader.one(AGREEMENTS, row_id)


@router.patch(
    "/agreements/{row_id}", operation_id="change_agreement", summary="Change: agreement", response_model=AgreementRead
)
async def patch_agreement(
    writer: AgreementWriter,
    row_id: UUID,
    body: AgreementPatch,  # type: ignore[valid-type]
) -> Response:
    """Give `done_at` when it is done."""
    await change_agreement(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(AGREEMENTS, row_id)
