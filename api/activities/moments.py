"""When and where an activity takes place."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.activities.callers import AnyReader, School
from domain.activities.actions.moments import add_moment, change_moment, drop_moment
from domain.activities.models.moments import ActivityMomentFields, ActivityMomentRead
from domain.activities.queries.moments import MOMENT
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["activities"])

MomentPatch = patch_of(ActivityMomentFields)


@router.post(
    "/activities/{row_id}/moments",
    operation_id="add_activity_moment",
    summary="Add a moment",
    response_model=ActivityMomentRead,
    status_code=201,
)
async def post_moment(writer: School, row_id: UUID, body: ActivityMomentFields) -> Response:
    """The same activity may take place several times, so that every family can come. The room, the interpreters and
    who helps every time are held at once: nobody is in two places."""
    moment = await add_moment(writer.session, row_id, body)
    return await writer.answer(MOMENT, moment.id, status=201, location=f"/v1/activity-moments/{moment.id}")


@router.get(
    "/activity-moments/{row_id}",
    operation_id="get_activity_moment",
    summary="Get: moment of an activity",
    response_model=ActivityMomentRead,
)
async def get_moment(reader: AnyReader, row_id: UUID) -> Response:
    """Who sees the activity sees its moments."""
    return await reader.one(MOMENT, row_id)


@router.patch(
    "/activity-moments/{row_id}",
    operation_id="change_activity_moment",
    summary="Move a moment, or change its place",
    response_model=ActivityMomentRead,
)
async def patch_moment(
    writer: School,
    row_id: UUID,
    body: MomentPatch,  # type: ignore[valid-type]
) -> Response:
    """Until the activity is held. What it needs now is held and the rest is free; when something is taken, all stays
    as it was."""
    await change_moment(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(MOMENT, row_id)


@router.delete(
    "/activity-moments/{row_id}",
    operation_id="delete_activity_moment",
    summary="Drop a moment",
    status_code=204,
)
async def delete_moment(writer: School, row_id: UUID) -> Response:
    """What it held is free. Once families are invited, one moment stays; call the activity off instead."""
    await drop_moment(writer.session, row_id, writer.expected_version())
    return writer.nothing()
