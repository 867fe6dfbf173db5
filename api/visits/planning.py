"""Planning a visit, going in and coming out."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.visits.actions.going import check_in, check_out
from domain.visits.actions.planning import plan
from domain.visits.models.visitors import HomeVisitPlanFields
from domain.visits.models.visits import HomeVisitRead
from domain.visits.queries.visits import HOME_VISIT

router = APIRouter(prefix="/v1/home-visits/{row_id}", tags=["visits"])

Visitor = Annotated[Writer, writes(Permission.VISITS_WRITE)]


@router.post("/plan", operation_id="plan_home_visit", summary="Plan a home visit", response_model=HomeVisitRead)
async def post_plan(writer: Visitor, row_id: UUID, body: HomeVisitPlanFields) -> Response:
    """Inside a moment that the family chose, with at most two visitors and an interpreter (R29). Their time on the
    road is held too, so that nothing else is booked then. Planning again moves it."""
    await plan(writer.session, row_id, body)
    return await writer.answer(HOME_VISIT, row_id)


@router.post("/check-in", operation_id="check_in_home_visit", summary="Go in", response_model=HomeVisitRead)
async def post_check_in(writer: Visitor, row_id: UUID) -> Response:
    """A visitor goes in; from then on the office sees that they are out, and until when."""
    await check_in(writer.session, row_id)
    return await writer.answer(HOME_VISIT, row_id)


@router.post("/check-out", operation_id="check_out_home_visit", summary="Come out", status_code=204)
async def post_check_out(writer: Visitor, row_id: UUID) -> Response:
    """A visitor is out, or tells the office so by phone. The visit is over, and its address is erased."""
    await check_out(writer.session, row_id)
    return writer.nothing()
