"""The next activity from this one."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.activities.actions.following_on import make_next
from domain.activities.models.following_on import NextActivityRead
from domain.activities.queries.following_on import NEXT_ACTIVITY
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/activities", tags=["activities"])


@router.post(
    "/{row_id}/next",
    operation_id="make_next_activity",
    summary="Make the next activity from this one",
    response_model=NextActivityRead,
    status_code=201,
)
async def post_next(writer: Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)], row_id: UUID) -> Response:
    """As an idea again: parents are asked first. Words, forms, languages, material and access come along; classes,
    dates, budget, sign-ups and counts do not. With it come the ideas that nobody answered yet."""
    made = await make_next(writer.session, row_id)
    return await writer.answer(NEXT_ACTIVITY, made.id, status=201, location=f"/v1/activities/{made.id}")
