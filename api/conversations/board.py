"""The talking tree of a conversation: what lies on the table, and its picture."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.answers import SVG, Svg
from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.conversations.actions.board import lay_board
from domain.conversations.drawing.picture import draw
from domain.conversations.models.board import BoardFields, BoardRead
from domain.conversations.models.board_picture import BoardShown
from domain.conversations.queries.board import BOARD, PICTURE
from domain.conversations.rules import NOT_BESIDE, check_same_child
from domain.kernel.permissions import Permission
from domain.kernel.rule import warnings_of

router = APIRouter(prefix="/v1", tags=["conversations"])


@router.get(
    "/conversations/{row_id}/board",
    operation_id="get_board",
    summary="Get: the board of a talking tree",
    response_model=BoardRead,
)
async def get_board(
    reader: Annotated[Reader, reads(Permission.NOTES_READ)], row_id: UUID, lang: Lang = None
) -> Response:
    """For who took part and for the team; no interpreter and no system reads it. Other forms have no board.

    A pawn opens a conversation and is no score: nothing here is counted, averaged or ranked, and nothing lets you.
    """
    return await reader.one(BOARD, row_id)


@router.put(
    "/conversations/{row_id}/board",
    operation_id="lay_board",
    summary="Keep what lies on the board",
    response_model=BoardRead,
)
async def put_board(
    writer: Annotated[Writer, writes(Permission.NOTES_WRITE)], row_id: UUID, body: BoardFields
) -> Response:
    """The whole board, by who runs the conversation, once the family said yes; in place of what was there.

    A parent chooses the first card (R07). Each person puts one pawn on each ladder for home and one for class (R08).
    Read the board first: `If-Match` is needed the first time too.
    """
    await lay_board(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(BOARD, row_id)


@router.get(
    "/conversations/{row_id}/board.svg",
    operation_id="get_board_picture",
    summary="Get: the board as a picture",
    response_class=Svg,
)
async def get_board_picture(
    reader: Annotated[Reader, reads(Permission.NOTES_READ)],
    row_id: UUID,
    compare: Annotated[UUID | None, Query(description="Another talking tree of the same child.")] = None,
) -> Response:
    """The tree with its leaves, ladders and pawns, for a phone and for paper; told in words for who does not see it.

    With `compare`, two trees of one child stand side by side, the earliest first. Look together at what grew.
    """
    boards = await reader.shown(PICTURE, [row_id, *([compare] if compare else [])], BoardShown)
    warnings_of(check_same_child(board.student_id for board in boards), NOT_BESIDE)
    return reader.answer(draw(boards, reader.language), SVG)
