"""One-time links to a message: the school makes them and takes them back, a family reads and answers with one."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Response

from api.links import Linked
from api.session import Reader, Writer, reads, writes
from domain.conferences.models.links import SecretFields
from domain.kernel import clock
from domain.kernel.permissions import Permission
from domain.messaging.actions.answering import answer_message
from domain.messaging.actions.links import message_for_links, new_link, revoke_links
from domain.messaging.models.link_answers import MessageAnswerFields
from domain.messaging.models.link_reads import MessageLinkMade, MessageLinksRead, MessageSeen
from domain.messaging.queries.behind_link import behind_link
from domain.messaging.queries.links import MESSAGE_LINKS
from domain.messaging.queries.seen_by_link import seen_by_link
from domain.messaging.rules.links import address_of, lasts_until

router = APIRouter(prefix="/v1", tags=["messages"])

Office = Annotated[Writer, writes(Permission.MESSAGES_WRITE)]
NO_TOKEN: dict[str, Any] = {"security": []}


@router.get(
    "/messages/{row_id}/links",
    operation_id="get_message_links",
    summary="See which links a message has",
    response_model=MessageLinksRead,
)
async def get_links(reader: Annotated[Reader, reads(Permission.MESSAGES_WRITE)], row_id: UUID) -> Response:
    """For the office: until when they serve, and whether they were answered with. Secrets are kept nowhere."""
    return await reader.one(MESSAGE_LINKS, row_id)


@router.post(
    "/messages/{row_id}/links",
    operation_id="make_message_link",
    summary="Make a one-time link to a message",
    response_model=MessageLinkMade,
    status_code=201,
)
async def post_link(writer: Office, row_id: UUID) -> Response:
    """To show as a QR code, or to say at the gate. The address is shown this once, so repeating the request with the
    same Idempotency-Key makes a new one; links to older messages about the same thing serve no longer."""
    message = await message_for_links(writer.session, row_id)
    address = address_of(writer.request.app.state.settings.address, await new_link(writer.session, message))
    made = MessageLinkMade(address=address, expires_at=lasts_until(message, clock.now()))
    return writer.reply_once(made, status=201)


@router.delete(
    "/messages/{row_id}/links",
    operation_id="revoke_message_links",
    summary="Take back all links to a message",
    status_code=204,
)
async def delete_links(writer: Office, row_id: UUID) -> Response:
    """When a letter is lost, or a phone changed hands. From then on they are a 404 like a wrong one."""
    await revoke_links(writer.session, row_id, writer.expected_version())
    return writer.nothing()


@router.post(
    "/message-links/look",
    operation_id="look_at_message",
    summary="See the message behind a link",
    response_model=MessageSeen,
    openapi_extra=NO_TOKEN,
)
async def post_look(linked: Linked, body: SecretFields) -> Response:
    """No token: the secret is enough, and stands in the body so that no log keeps it. Nothing changes, however often
    this is asked: mail programs open links by themselves. A link that is wrong, revoked or out of date, or of somebody
    who may no longer know, is a 404, always the same."""
    behind = await behind_link(linked.session, linked.link)
    return linked.show((await seen_by_link(linked.session, behind)).model_dump_json())


@router.post(
    "/message-links/answer",
    operation_id="answer_message",
    summary="Answer a message with its link",
    status_code=204,
    openapi_extra=NO_TOKEN,
)
async def post_answer(linked: Linked, body: MessageAnswerFields) -> Response:
    """What `may` offers: yes or no to a talk, a free time or a visit, when the family can, who comes to an activity, or
    an idea; as the guardian's own, and theirs only (R17). No needs no reason. A family may change its mind: the same
    link serves until it is out of date or the talk begins."""
    await answer_message(linked.session, linked.link, body)
    return linked.nothing()
