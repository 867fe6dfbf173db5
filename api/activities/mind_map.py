"""The mind map of an activity, with what is done."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.activities.callers import TeamReader
from api.answers import SVG, Svg
from api.pictures import MindMapQuery
from domain.activities.models.mind_map import MindMapInUse
from domain.activities.queries.mind_map import MIND_MAP, mind_map_in_use, mind_map_in_use_picture

router = APIRouter(prefix="/v1/activities/{row_id}", tags=["activities"])


@router.get(
    "/mind-map",
    operation_id="get_activity_mind_map_in_use",
    summary="Get: the mind map of an activity, with what is done",
    response_model=MindMapInUse,
)
async def get_mind_map(reader: TeamReader, row_id: UUID) -> Response:
    """The steps of the catalogue's mind map; a step is done when all its points of the checklist in use are ticked.
    A tour has none: it has a route of its own."""
    return reader.answer(mind_map_in_use(await reader.body(MIND_MAP, row_id)))


@router.get(
    "/mind-map.svg",
    operation_id="get_activity_mind_map_in_use_picture",
    summary="Get: the mind map of an activity as a picture",
    response_class=Svg,
)
async def get_mind_map_picture(reader: TeamReader, row_id: UUID, query: Annotated[MindMapQuery, Query()]) -> Response:
    """To print for the team, or on a phone: a step that is done has a tick, and the picture says it in words too."""
    body = await reader.body(MIND_MAP, row_id)
    return reader.answer(mind_map_in_use_picture(body, query.layout, reader.language), SVG)
