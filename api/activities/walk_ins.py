"""People who come without a sign-up, counted on the day."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Reader, Writer, reads, writes
from domain.activities.actions.on_the_day import count_walk_in, take_back
from domain.activities.models.walk_ins import WalkInFields, WalkInRead
from domain.activities.queries.walk_ins import WALK_IN
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["activities"])

Team = Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)]
_ONE = "/activity-walk-ins/{row_id}"


@router.post(
    "/activities/{row_id}/moments/{moment_id}/walk-ins",
    operation_id="count_walk_in",
    summary="Count walk-ins",
    response_model=WalkInRead,
    status_code=201,
)
async def post_walk_in(writer: Team, row_id: UUID, moment_id: UUID, body: WalkInFields) -> Response:
    """Numbers only, no names. Nobody who stands there is refused; they take places, so the queue does not move into
    them."""
    made = await count_walk_in(writer.session, row_id, moment_id, body)
    return await writer.answer(WALK_IN, made.id, status=201, location=f"/v1/activity-walk-ins/{made.id}")


@router.get(_ONE, operation_id="get_walk_in", summary="Get: walk-ins", response_model=WalkInRead)
async def get_walk_in(reader: Annotated[Reader, reads(Permission.ACTIVITIES_WRITE)], row_id: UUID) -> Response:
    """One count; the sums stand in the totals of the activity."""
    return await reader.one(WALK_IN, row_id)


@router.delete(_ONE, operation_id="delete_walk_in", summary="Take a count back", status_code=204)
async def delete_walk_in(writer: Team, row_id: UUID) -> Response:
    """A wrong tap; the places are there again."""
    await take_back(writer.session, row_id, writer.expected_version())
    return writer.nothing()
