"""The plan itself: drafted, read, and moved to another day of review."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of
from domain.plans.actions.drafting import draft_plan
from domain.plans.actions.reviewing import move_review
from domain.plans.models.offer import PlanOffer
from domain.plans.models.plans import CommunicationPlanFields, CommunicationPlanRead, PlanDraftFields
from domain.plans.queries.offer import OFFER
from domain.plans.queries.plans import PLAN_LISTING, PLANS, PlanQuery

router = APIRouter(prefix="/v1", tags=["plans"])

PlanReader = Annotated[Reader, reads(Permission.PLANS_READ)]
PlanWriter = Annotated[Writer, writes(Permission.PLANS_WRITE)]


@router.get(
    "/communication-plans",
    operation_id="list_communication_plans",
    summary="List communication plans",
    response_model=Page[CommunicationPlanRead],
)
async def list_plans(reader: PlanReader, query: Annotated[PlanQuery, Query()]) -> Response:
    """The plans that you may see, each with the parts that you may see; those to look back on first come first."""
    return await reader.page(PLAN_LISTING, query)


@router.post(
    "/communication-plans",
    operation_id="create_communication_plan",
    summary="Draft a communication plan",
    response_model=CommunicationPlanRead,
    status_code=201,
)
async def create_plan(writer: PlanWriter, body: PlanDraftFields) -> Response:
    """From a start conversation of the same student and school year (R06); it ends with that year. One a year."""
    plan = await draft_plan(writer.session, body)
    return await writer.created(PLANS, plan.id)


@router.get(
    "/communication-plans/{row_id}",
    operation_id="get_communication_plan",
    summary="Get: communication plan",
    response_model=CommunicationPlanRead,
)
async def get_plan(reader: PlanReader, row_id: UUID, lang: Lang = None) -> Response:
    """A guardian finds their own wishes and agreements in it, and the student's agreements; staff find everything."""
    return await reader.one(PLANS, row_id)


@router.get(
    "/conversations/{row_id}/communication-plan-offer",
    operation_id="get_communication_plan_offer",
    summary="Get: the plan to start a talk from",
    response_model=PlanOffer,
)
async def get_plan_offer(reader: PlanReader, row_id: UUID) -> Response:
    """In a start conversation: the plan of an earlier year beside the one that is being made, to talk it over with the
    family. Everybody finds only their own parts in both; nothing of the earlier one is ever copied by itself."""
    return await reader.one(OFFER, row_id)


@router.patch(
    "/communication-plans/{row_id}",
    operation_id="change_communication_plan",
    summary="Look back on another day",
    response_model=CommunicationPlanRead,
)
async def change_plan(
    writer: PlanWriter,
    row_id: UUID,
    body: patch_of(CommunicationPlanFields),  # type: ignore[valid-type]
) -> Response:
    """Moves the day on which the three look back."""
    await move_review(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(PLANS, row_id)
