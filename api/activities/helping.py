"""Who helps at an activity."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.activities.callers import AnyReader, School
from domain.activities.actions.helping import add_helper, change_task, drop_helper
from domain.activities.models.helping import ActivityHelperFields, ActivityHelperRead, HelperTaskFields
from domain.activities.queries.helping import HELPER
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["activities"])

HelperTaskPatch = patch_of(HelperTaskFields)


@router.post(
    "/activities/{row_id}/helpers",
    operation_id="add_activity_helper",
    summary="Let somebody help",
    response_model=ActivityHelperRead,
    status_code=201,
)
async def post_helper(writer: School, row_id: UUID, body: ActivityHelperFields) -> Response:
    """Parents, students, colleagues, or somebody from outside by name; at one moment or at all. Their time is held.
    A student is never the interpreter (R21)."""
    line = await add_helper(writer.session, row_id, body)
    return await writer.answer(HELPER, line.id, status=201, location=f"/v1/activity-helpers/{line.id}")


@router.get(
    "/activity-helpers/{row_id}",
    operation_id="get_activity_helper",
    summary="Get: who helps",
    response_model=ActivityHelperRead,
)
async def get_helper(reader: AnyReader, row_id: UUID) -> Response:
    """The team sees everybody; a parent or student who helps sees their own line only."""
    return await reader.one(HELPER, row_id)


@router.patch(
    "/activity-helpers/{row_id}",
    operation_id="change_activity_helper",
    summary="Let them help with something else",
    response_model=ActivityHelperRead,
)
async def patch_helper(
    writer: School,
    row_id: UUID,
    body: HelperTaskPatch,  # type: ignore[valid-type]
) -> Response:
    """The person and the moment stay as they are. A student is never the interpreter (R21)."""
    await change_task(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(HELPER, row_id)


@router.delete(
    "/activity-helpers/{row_id}",
    operation_id="delete_activity_helper",
    summary="They do not help after all",
    status_code=204,
)
async def delete_helper(writer: School, row_id: UUID) -> Response:
    """Their time is free again."""
    await drop_helper(writer.session, row_id, writer.expected_version())
    return writer.nothing()
