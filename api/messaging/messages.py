"""Messages as they went, or will go."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.messaging.actions.withdrawing import withdraw
from domain.messaging.models.message_reads import MessageKept, MessageRead, MessageWhole
from domain.messaging.queries.messages import LISTED, MESSAGE, MESSAGES, MessageQuery
from domain.messaging.rules.explaining import explained

router = APIRouter(prefix="/v1/messages", tags=["messages"])

MessageReader = Annotated[Reader, reads(Permission.MESSAGES_READ)]


@router.get("", operation_id="list_messages", summary="List messages", response_model=Page[MessageRead])
async def list_messages(reader: MessageReader, query: Annotated[MessageQuery, Query()]) -> Response:
    """What goes to whom, and how far it is. Teachers see those of their students, families what was sent to them."""
    return await reader.page(MESSAGES, query)


@router.get("/{row_id}", operation_id="get_message", summary="Get: message", response_model=MessageWhole)
async def get_message(reader: MessageReader, row_id: UUID) -> Response:
    """What was said, why it went this way, and each way that was tried. Never an address or a number."""
    kept = MessageKept.model_validate_json(await reader.body(MESSAGE, row_id))
    return reader.answer(explained(kept, reader.language).model_dump_json())


@router.post(
    "/{row_id}/withdraw",
    operation_id="withdraw_message",
    summary="Hold a message back",
    response_model=MessageRead,
)
async def post_withdraw(writer: Annotated[Writer, writes(Permission.MESSAGES_WRITE)], row_id: UUID) -> Response:
    """What waits does not go out any longer; what people would have said or printed is taken off their list."""
    await withdraw(writer.session, row_id)
    return await writer.answer(LISTED, row_id)
