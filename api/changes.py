"""The change feed, for systems that follow a school."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlmodel import Field, SQLModel

from api.session import Writer, writes
from domain.kernel.feed import Change, changes_since
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/changes", tags=["changes"])


class ChangePage(SQLModel):
    """A part of the feed."""

    items: list[Change]
    next_cursor: str = Field(description="Keep it, and give it the next time; there is always one.")
    more: bool = Field(description="There is more already; ask again at once.")


Cursor = Annotated[
    str | None, Query(max_length=300, pattern=r"^[A-Za-z0-9_-]*$", description="`next_cursor` of before.")
]
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("", operation_id="list_changes", summary="Read what changed", response_model=ChangePage)
async def list_changes(
    writer: Annotated[Writer, writes(Permission.CHANGES_READ)], cursor: Cursor = None, limit: Limit = 50
) -> Response:
    """Every change once, oldest first, deletions included (`*.deleted`). Ids only: fetch what you need.

    A change shows as soon as every older transaction has ended, so none is ever skipped. Kept for 30 days.
    """
    feed = await changes_since(writer.session, cursor, limit)
    return writer.reply_with(ChangePage(items=feed.changes, next_cursor=feed.cursor, more=feed.more))
