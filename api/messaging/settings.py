"""How a school sends messages, and whether it does now."""

from typing import Annotated

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of
from domain.messaging.actions.settings import change_messaging, keep_platform_secret, messaging_of, pause, resume
from domain.messaging.models.platform_secret import PlatformSecretFields
from domain.messaging.models.settings import MessagingFields, MessagingRead
from domain.messaging.queries.settings import MESSAGING

router = APIRouter(prefix="/v1/messaging", tags=["messages"])

Office = Annotated[Writer, writes(Permission.MESSAGES_WRITE)]


@router.get("", operation_id="get_messaging", summary="Get: how the school sends", response_model=MessagingRead)
async def get_messaging(writer: Office) -> Response:
    """Hours of quiet, what is the most, and who signs. Until the school says otherwise, what holds by itself."""
    messaging = await messaging_of(writer.session)
    return await writer.answer(MESSAGING, messaging.id)


@router.patch("", operation_id="change_messaging", summary="Change how the school sends", response_model=MessagingRead)
async def patch_messaging(
    writer: Office,
    body: patch_of(MessagingFields),  # type: ignore[valid-type]
) -> Response:
    """Counts for what leaves from now on. Pausing is a deed of its own."""
    return await writer.answer(MESSAGING, await change_messaging(writer.session, body, writer.expected_version()))


@router.put(
    "/platform-secret",
    operation_id="put_platform_secret",
    summary="Give the secret of the school platform",
    status_code=204,
)
async def put_platform_secret(writer: Office, body: PlatformSecretFields) -> Response:
    """Signs what goes to the platform. It is never shown again; If-Match is the ETag of `/v1/messaging`."""
    await keep_platform_secret(writer.session, body, writer.expected_version())
    return writer.nothing()


@router.post("/pause", operation_id="pause_messaging", summary="Let nothing leave", response_model=MessagingRead)
async def post_pause(writer: Office) -> Response:
    """At once. Messages are still made, and wait."""
    return await writer.answer(MESSAGING, await pause(writer.session))


@router.post(
    "/resume", operation_id="resume_messaging", summary="Let messages leave again", response_model=MessagingRead
)
async def post_resume(writer: Office) -> Response:
    """What waited is looked at again before it goes: what no longer holds does not leave."""
    return await writer.answer(MESSAGING, await resume(writer.session))
