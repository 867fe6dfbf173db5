"""A school's own words for its messages."""

from typing import Annotated

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.messaging.actions.wordings import drop_wording, keep_wording, wording_of
from domain.messaging.models.wording_fields import MessageWordingFields, MessageWordingRead, SaidAloud
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.wording import check_wording
from domain.messaging.wording.invented import tried

router = APIRouter(prefix="/v1/message-wordings", tags=["messages"])

Office = Annotated[Writer, writes(Permission.MESSAGES_WRITE)]


@router.get(
    "/{kind}", operation_id="get_message_wording", summary="Get: words of a message", response_model=MessageWordingRead
)
async def get_wording(writer: Office, kind: MessageKind) -> Response:
    """The school's words where it has its own, else ours, in all languages, with the placeholders of each part.

    Version 0 says that the school has no words of its own for this kind; PUT starts from there.
    """
    return writer.reply_with(await wording_of(writer.session, kind))


@router.put(
    "/{kind}", operation_id="put_message_wording", summary="Reword a message", response_model=MessageWordingRead
)
async def put_wording(writer: Office, kind: MessageKind, body: MessageWordingFields) -> Response:
    """What is left out stays ours. When and how to answer must stay in it: a family has to know both (R10)."""
    await keep_wording(writer.session, kind, body, writer.expected_version())
    return writer.reply_with(await wording_of(writer.session, kind))


@router.delete("/{kind}", operation_id="drop_message_wording", summary="Back to our words", status_code=204)
async def delete_wording(writer: Office, kind: MessageKind) -> Response:
    """What was sent stays as it was said."""
    await drop_wording(writer.session, kind, writer.expected_version())
    return writer.nothing()


@router.post(
    "/{kind}/try", operation_id="try_message_wording", summary="See words before keeping them", response_model=SaidAloud
)
async def try_wording(writer: Office, kind: MessageKind, body: MessageWordingFields) -> Response:
    """Filled with invented facts, in all languages. Nothing is kept."""
    check_wording(kind, body.words())
    return writer.reply_with(tried(kind, body.words()))
