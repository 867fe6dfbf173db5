"""The route of a tour, and who walks along."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.parts import Parts, add_part
from api.session import Writer, writes
from domain.activities.actions.tour_parts import GUIDE_PART, STOP_PART, order_stops
from domain.activities.models.tour_stops import StopOrder, TourStops
from domain.activities.queries.tour_guides import GUIDE_LIST
from domain.activities.queries.tour_stops import ROUTE
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["activities"])


def _parts(plural: str) -> Parts:
    own, read, write = f"tour-{plural}", Permission.ACTIVITIES_READ, Permission.ACTIVITIES_WRITE
    return Parts("activities", "a tour", plural, own, read, write)


add_part(router, _parts("stops"), STOP_PART, ROUTE)
add_part(router, _parts("guides"), GUIDE_PART, GUIDE_LIST)


@router.post(
    "/activities/{row_id}/stops/order",
    operation_id="order_tour_stops",
    summary="Walk the stops in another order",
    response_model=TourStops,
)
async def post_order(
    writer: Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)], row_id: UUID, body: StopOrder
) -> Response:
    """Names every stop once, so that nobody loses a stop that a colleague just added."""
    await order_stops(writer.session, row_id, body)
    return await writer.answer(ROUTE, row_id)
