"""A tour on paper: the route for who guides, and a card to hang at each stop."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.printing.paper import AS_PDF, PageLanguage, Size, paper
from api.printing.tours import route_page, stop_cards_page
from api.session import Reader, reads
from domain.activities.models.tours import TourFacts
from domain.activities.queries.tours import TOUR_PAPER
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/activities/{row_id}", tags=["activities"])

Printer = Annotated[Reader, reads(Permission.ACTIVITIES_READ)]


@router.get("/route-sheet.pdf", operation_id="print_route_sheet", summary="Print the route of a tour", **AS_PDF)
async def print_route_sheet(
    reader: Printer, row_id: UUID, lang: PageLanguage = None, size: Size = "normal"
) -> Response:
    """The stops with their times, and what a guide keeps in mind. The names of guides are for the team only."""
    sheet = paper(reader.request, lang, size)
    tour = await _tour(reader, row_id)
    return await sheet.answer("route_sheet", "route-sheet", route_page(sheet.words, tour))


@router.get("/stop-cards.pdf", operation_id="print_stop_cards", summary="Print the cards of the stops", **AS_PDF)
async def print_stop_cards(reader: Printer, row_id: UUID, lang: PageLanguage = None, size: Size = "normal") -> Response:
    """A large card for each stop, and the sides of the question die; the last side is blank, for families."""
    sheet = paper(reader.request, lang, size)
    tour = await _tour(reader, row_id)
    return await sheet.answer("stop_cards", "stop-cards", stop_cards_page(sheet.words, tour))


async def _tour(reader: Reader, row_id: UUID) -> TourFacts:
    return TourFacts.model_validate_json(await reader.body(TOUR_PAPER, row_id, everything=True))
