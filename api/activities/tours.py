"""A tour as a whole."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Reader, reads
from domain.activities.models.tours import TourFacts, TourRead
from domain.activities.queries.tours import TOUR
from domain.activities.touring import tour_of
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/activities", tags=["activities"])


@router.get("/{row_id}/tour", operation_id="get_tour", summary="Get: tour", response_model=TourRead)
async def get_tour(reader: Annotated[Reader, reads(Permission.ACTIVITIES_WRITE)], row_id: UUID) -> Response:
    """Stops, guides and groups for the team, with what still misses. It refuses nothing."""
    facts = TourFacts.model_validate_json(await reader.body(TOUR, row_id, everything=True))
    return reader.answer(tour_of(facts, reader.language))
