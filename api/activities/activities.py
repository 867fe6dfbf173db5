"""Activities: made, found, read and changed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.activities.callers import AnyReader, School, TeamReader
from api.collection import Lang
from domain.activities.actions.activities import ACTIVITY_COLLECTION
from domain.activities.models.activities import ActivityFields
from domain.activities.models.activity_reads import ActivityRead, ActivitySummary
from domain.activities.models.readiness import Readiness
from domain.activities.queries.activities import ACTIVITIES, ACTIVITY, ActivityQuery
from domain.activities.queries.readiness import PREPARATION, readiness
from domain.kernel.page import Page
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1/activities", tags=["activities"])

ActivityPatch = patch_of(ActivityFields)


@router.get("", operation_id="list_activities", summary="List activities", response_model=Page[ActivitySummary])
async def list_activities(reader: AnyReader, query: Annotated[ActivityQuery, Query()]) -> Response:
    """The oldest first (`sort=-created_at` for the newest). Families find those that they are invited to."""
    return await reader.page(ACTIVITIES, query)


@router.post(
    "",
    operation_id="create_activity",
    summary="Write down an idea for an activity",
    response_model=ActivityRead,
    status_code=201,
)
async def create_activity(writer: School, body: ActivityFields) -> Response:
    """A kind and a title will do. Ask parents before you fill in the rest: an activity is made with them."""
    activity = await ACTIVITY_COLLECTION.create(writer.session, body)
    return await writer.created(ACTIVITY, activity.id)


@router.get("/{row_id}", operation_id="get_activity", summary="Get: activity", response_model=ActivityRead)
async def get_activity(reader: AnyReader, row_id: UUID, lang: Lang = None) -> Response:
    """With its moments in local time too. Families see it from the invitation on, when it is for a level and a class
    of their children (none named: for all); the budget and how many parents were asked is for the team."""
    return await reader.one(ACTIVITY, row_id)


@router.patch("/{row_id}", operation_id="change_activity", summary="Change: activity", response_model=ActivityRead)
async def change_activity(
    writer: School,
    row_id: UUID,
    body: ActivityPatch,  # type: ignore[valid-type]
) -> Response:
    """Until it is held. What families were invited to stays whole: nothing essential can be taken out (R34)."""
    await ACTIVITY_COLLECTION.change(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(ACTIVITY, row_id)


@router.get(
    "/{row_id}/readiness",
    operation_id="get_activity_readiness",
    summary="Get: what is missing before you invite",
    response_model=Readiness,
)
async def get_activity_readiness(reader: TeamReader, row_id: UUID) -> Response:
    """Each essential that is missing (R34), with the points of the checklist that help; and advice on the moments,
    such as a holiday or a single part of the day, which stops nothing."""
    return reader.answer(readiness(await reader.body(PREPARATION, row_id), reader.language))
