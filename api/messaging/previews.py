"""Looking ahead, before anything is sent."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers import SVG, Svg, answered
from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.messaging.drawing.preview import preview_picture
from domain.messaging.models.previews import Preview, PreviewQuery
from domain.messaging.queries.previews import preview

router = APIRouter(prefix="/v1/messages", tags=["messages"])

Inviter = Annotated[Writer, writes(Permission.CONVERSATIONS_WRITE)]


@router.get("/preview", operation_id="preview_messages", summary="Look who would get what", response_model=Preview)
async def get_preview(writer: Inviter, query: Annotated[PreviewQuery, Query()]) -> Response:
    """By which way, when, in which language, and why; who cannot be reached, and what would help. Nothing is sent.

    Of a round for who plans rounds; of anything else for who may invite to it, as far as they know the families.
    """
    return writer.reply_with(await preview(writer.session, query))


@router.get(
    "/preview.svg",
    operation_id="get_message_preview_picture",
    summary="Get: the ways to families as a picture",
    response_class=Svg,
)
async def get_picture(writer: Inviter, query: Annotated[PreviewQuery, Query()]) -> Response:
    """How many families would hear it by which way; told in words too."""
    found = await preview(writer.session, query)
    language = writer.session.language
    return answered(writer.request, preview_picture(found, language), language, SVG)
