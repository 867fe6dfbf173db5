"""Rounds of visits."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.kernel.page import Page, PageQuery
from domain.kernel.permissions import Permission
from domain.visits.actions.rounds import open_round, plan_day
from domain.visits.models.days import DayPlan, DayQuery
from domain.visits.models.rounds import HomeVisitRoundAskFields, HomeVisitRoundRead
from domain.visits.queries.rounds import ROUND, ROUNDS

router = APIRouter(prefix="/v1/home-visit-rounds", tags=["visits"])

Looker = Annotated[Reader, reads(Permission.VISITS_READ)]
Office = Annotated[Writer, writes(Permission.VISITS_WRITE)]


@router.get(
    "",
    operation_id="list_home_visit_rounds",
    summary="List rounds of home visits",
    response_model=Page[HomeVisitRoundRead],
)
async def list_rounds(reader: Looker, query: Annotated[PageQuery, Query()]) -> Response:
    """For the office, with how many families want one. A family finds its own question among the visits."""
    return await reader.page(ROUNDS, query)


@router.post(
    "",
    operation_id="open_home_visit_round",
    summary="Ask a class, or all new students",
    response_model=HomeVisitRoundRead,
    status_code=201,
)
async def post_round(writer: Office, body: HomeVisitRoundAskFields) -> Response:
    """The office asks each household once; parents who live apart are asked apart (R17). Asking only some of them is
    possible, and advised against: then a visit feels like control."""
    round_ = await open_round(writer.session, body)
    return await writer.created(ROUND, round_.id)


@router.get(
    "/{row_id}",
    operation_id="get_home_visit_round",
    summary="Get: round of home visits",
    response_model=HomeVisitRoundRead,
)
async def get_round(reader: Looker, row_id: UUID, lang: Lang = None) -> Response:
    """How many families said what; the visits themselves are at `/v1/home-visits?round_id=`."""
    return await reader.one(ROUND, row_id)


@router.get(
    "/{row_id}/plan", operation_id="plan_home_visit_day", summary="Order a day of visits", response_model=DayPlan
)
async def get_plan(writer: Office, row_id: UUID, query: Annotated[DayQuery, Query()]) -> Response:
    """Who could go where in which order that day, by neighbourhood and by when families and visitors can. It holds
    nothing yet, and tells no address."""
    return writer.reply_with(await plan_day(writer.session, row_id, query))
