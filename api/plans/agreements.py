"""What is agreed on each topic."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.plans.actions.parts import drop_agreement, make_agreement
from domain.plans.models.agreements import PlanAgreementFields
from domain.plans.models.plans import CommunicationPlanRead
from domain.plans.queries.plans import PLANS

router = APIRouter(prefix="/v1", tags=["plans"])

PlanWriter = Annotated[Writer, writes(Permission.PLANS_WRITE)]


@router.post(
    "/communication-plans/{row_id}/agreements",
    operation_id="make_plan_agreement",
    summary="Agree on a topic",
    response_model=CommunicationPlanRead,
)
async def post_agreement(writer: PlanWriter, row_id: UUID, body: PlanAgreementFields) -> Response:
    """Once both sides were heard: by a channel that the school offers and the party wishes, or a compromise (R06)."""
    await make_agreement(writer.session, row_id, body)
    return await writer.answer(PLANS, row_id)


@router.delete(
    "/communication-plans/{row_id}/agreements/{agreement_id}",
    operation_id="drop_plan_agreement",
    summary="Take an agreement out",
    response_model=CommunicationPlanRead,
)
async def delete_agreement(writer: PlanWriter, row_id: UUID, agreement_id: UUID) -> Response:
    """If-Match is the ETag of the plan. Earlier versions keep the agreement."""
    await drop_agreement(writer.session, row_id, agreement_id, writer.expected_version())
    return await writer.answer(PLANS, row_id)
