"""What student and guardians wish."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.plans.actions.parts import give_guardian_wishes, give_student_wishes
from domain.plans.models.guardian_wishes import GuardianWishesFields
from domain.plans.models.plans import CommunicationPlanRead
from domain.plans.models.student_wishes import StudentWishesFields
from domain.plans.queries.plans import PLANS

router = APIRouter(prefix="/v1", tags=["plans"])

PlanWriter = Annotated[Writer, writes(Permission.PLANS_WRITE)]


@router.post(
    "/communication-plans/{row_id}/student-wishes",
    operation_id="give_student_wishes",
    summary="Say what the student wishes",
    response_model=CommunicationPlanRead,
)
async def post_student_wishes(writer: PlanWriter, row_id: UUID, body: StudentWishesFields) -> Response:
    """By the student, or by staff on their behalf; in place of what was wished before. Guardians do not see it."""
    await give_student_wishes(writer.session, row_id, body)
    return await writer.answer(PLANS, row_id)


@router.post(
    "/communication-plans/{row_id}/guardian-wishes",
    operation_id="give_guardian_wishes",
    summary="Say what a guardian wishes",
    response_model=CommunicationPlanRead,
)
async def post_guardian_wishes(writer: PlanWriter, row_id: UUID, body: GuardianWishesFields) -> Response:
    """By each guardian for themselves, or by staff on their behalf. Another guardian never sees it (R17)."""
    await give_guardian_wishes(writer.session, row_id, body)
    return await writer.answer(PLANS, row_id)
