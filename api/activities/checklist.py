"""The checklist of an activity: the team's own copy."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.activities.callers import TeamReader, TeamWriter
from api.collection import Lang
from api.conversations.checklists import TickPatch, VariantFields
from domain.activities.actions.checklist import add_activity_point, copy_activity_checklist, tick_activity_point
from domain.activities.models.checklist import ActivityChecklist, ActivityPointRead
from domain.activities.queries.checklist import CHECKLIST, POINT
from domain.conversations.models.checklist import OwnPointFields

router = APIRouter(prefix="/v1", tags=["activities"])


@router.get(
    "/activities/{row_id}/checklist",
    operation_id="get_activity_checklist",
    summary="Get the checklist of an activity",
    response_model=ActivityChecklist,
)
async def get_checklist(reader: TeamReader, row_id: UUID, lang: Lang = None) -> Response:
    """Before, during, after. Empty until it is copied from the catalogue or has points of its own."""
    return await reader.one(CHECKLIST, row_id)


@router.post(
    "/activities/{row_id}/checklist",
    operation_id="copy_activity_checklist",
    summary="Copy the checklist for this activity",
    response_model=ActivityChecklist,
    status_code=201,
)
async def copy(writer: TeamWriter, row_id: UUID, body: VariantFields) -> Response:
    """That of parent activities, of a tour that of tours, as your school has it now; later changes of the catalogue
    leave the copy as it is (R36)."""
    await copy_activity_checklist(writer.session, row_id, body.variant)
    return await writer.answer(CHECKLIST, row_id, status=201, location=f"/v1/activities/{row_id}/checklist")


@router.post(
    "/activities/{row_id}/checklist-points",
    operation_id="create_activity_checklist_point",
    summary="Add a point of your own to the activity",
    response_model=ActivityPointRead,
    status_code=201,
)
async def add_point(writer: TeamWriter, row_id: UUID, body: OwnPointFields) -> Response:
    """It stands after the other points of its phase."""
    point = await add_activity_point(writer.session, row_id, body)
    return await writer.answer(POINT, point.id, status=201, location=f"/v1/activity-checklist-points/{point.id}")


@router.get(
    "/activity-checklist-points/{row_id}",
    operation_id="get_activity_checklist_point",
    summary="Get: point of an activity's checklist",
    response_model=ActivityPointRead,
)
async def get_point(reader: TeamReader, row_id: UUID, lang: Lang = None) -> Response:
    """A point of the checklist in use."""
    return await reader.one(POINT, row_id)


@router.patch(
    "/activity-checklist-points/{row_id}",
    operation_id="tick_activity_checklist_point",
    summary="Tick a point of the activity",
    response_model=ActivityPointRead,
)
async def tick_point(
    writer: TeamWriter,
    row_id: UUID,
    body: TickPatch,  # type: ignore[valid-type]
) -> Response:
    """Who ticked and when is kept; taking the tick away takes that away too."""
    await tick_activity_point(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(POINT, row_id)
