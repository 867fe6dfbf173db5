"""What can be done with a plan as a whole: agreeing to it and looking back on it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.plans.actions.approving import agree_plan
from domain.plans.actions.reviewing import review_plan
from domain.plans.models.approvals import PlanApprovalFields
from domain.plans.models.plans import CommunicationPlanRead, PlanReviewFields
from domain.plans.queries.plans import PLANS

router = APIRouter(prefix="/v1", tags=["plans"])

PlanWriter = Annotated[Writer, writes(Permission.PLANS_WRITE)]


@router.post(
    "/communication-plans/{row_id}/agree",
    operation_id="agree_communication_plan",
    summary="Say yes to the plan",
    response_model=CommunicationPlanRead,
)
async def post_agree(writer: PlanWriter, row_id: UUID, body: PlanApprovalFields) -> Response:
    """By each party, or by staff on their behalf. With the student, a guardian and the teacher, the plan is agreed."""
    await agree_plan(writer.session, row_id, body)
    return await writer.answer(PLANS, row_id)


@router.post(
    "/communication-plans/{row_id}/review",
    operation_id="review_communication_plan",
    summary="Look back on the plan",
    response_model=CommunicationPlanRead,
)
async def post_review(writer: PlanWriter, row_id: UUID, body: PlanReviewFields) -> Response:
    """Keep it or change it; the school writes down what came out."""
    await review_plan(writer.session, row_id, body)
    return await writer.answer(PLANS, row_id)
