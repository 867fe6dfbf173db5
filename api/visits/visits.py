"""The visit itself: asked for, read, and called off by the school."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.visits.actions.asking import ask, cancel
from domain.visits.models.addresses import HomeVisitAddressRead
from domain.visits.models.visits import HomeVisitFields, HomeVisitRead
from domain.visits.queries.addresses import ADDRESS
from domain.visits.queries.visits import HOME_VISIT, HOME_VISITS, HomeVisitQuery

router = APIRouter(prefix="/v1/home-visits", tags=["visits"])

Looker = Annotated[Reader, reads(Permission.VISITS_READ)]
Asker = Annotated[Writer, writes(Permission.VISITS_WRITE)]


@router.get("", operation_id="list_home_visits", summary="List home visits", response_model=Page[HomeVisitRead])
async def list_visits(reader: Looker, query: Annotated[HomeVisitQuery, Query()]) -> Response:
    """Those of your students, those you go on, or those that you were asked for. The other parent sees none (R17)."""
    return await reader.page(HOME_VISITS, query)


@router.post(
    "",
    operation_id="ask_home_visit",
    summary="Ask a family whether you may come",
    response_model=HomeVisitRead,
    status_code=201,
)
async def post_visit(writer: Asker, body: HomeVisitFields) -> Response:
    """Say why and how long. Saying no is always possible and needs no reason (R29); a problem talk is warned about."""
    visit = await ask(writer.session, body)
    return await writer.created(HOME_VISIT, visit.id)


@router.get("/{row_id}", operation_id="get_home_visit", summary="Get: home visit", response_model=HomeVisitRead)
async def get_visit(reader: Looker, row_id: UUID, lang: Lang = None) -> Response:
    """Without the address, for whoever reads it."""
    return await reader.one(HOME_VISIT, row_id)


@router.get(
    "/{row_id}/address",
    operation_id="get_home_visit_address",
    summary="Get: address of a home visit",
    response_model=HomeVisitAddressRead,
)
async def get_address(reader: Looker, row_id: UUID) -> Response:
    """For the visitors until the visit is over, and for the family that gave it; for nobody else (R30). Nothing on
    the way may keep it."""
    answer = await reader.one(ADDRESS, row_id)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@router.post(
    "/{row_id}/cancel", operation_id="cancel_home_visit", summary="Cancel: home visit", response_model=HomeVisitRead
)
async def post_cancel(writer: Asker, row_id: UUID) -> Response:
    """The school does not come; what the family had chosen is erased."""
    await cancel(writer.session, row_id)
    return await writer.answer(HOME_VISIT, row_id)
