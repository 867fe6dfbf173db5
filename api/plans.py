"""Communication plans: what each side can and wants, what they agree, and looking back on it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from api.collection import Lang, add_collection
from api.session import Reader, Writer, reads, writes
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of
from domain.plans.actions.approving import agree_plan
from domain.plans.actions.drafting import draft_plan
from domain.plans.actions.keeping import version_id
from domain.plans.actions.options import OPTION_COLLECTION
from domain.plans.actions.parts import drop_agreement, give_guardian_wishes, give_student_wishes, make_agreement
from domain.plans.actions.reviewing import move_review, review_plan
from domain.plans.models.agreements import PlanAgreementFields
from domain.plans.models.approvals import PlanApprovalFields
from domain.plans.models.guardian_wishes import GuardianWishesFields
from domain.plans.models.plans import CommunicationPlanFields, CommunicationPlanRead, PlanDraftFields, PlanReviewFields
from domain.plans.models.student_wishes import StudentWishesFields
from domain.plans.models.versions import PlanVersionRead, PlanVersions
from domain.plans.queries.plans import PLAN_LISTING, PLANS, PlanQuery
from domain.plans.queries.versions import VERSION, VERSIONS

router = APIRouter(prefix="/v1", tags=["plans"])

add_collection(router, "/communication-options", OPTION_COLLECTION, Permission.PLANS_READ, Permission.PLANS_WRITE)

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


@router.get(
    "/communication-plans/{row_id}/versions",
    operation_id="list_communication_plan_versions",
    summary="List the versions of a plan",
    response_model=PlanVersions,
)
async def list_versions(reader: PlanReader, row_id: UUID) -> Response:
    """The plan as it was agreed, and after each change since; what changed for another guardian only is not there."""
    return await reader.one(VERSIONS, row_id)


@router.get(
    "/communication-plans/{row_id}/versions/{number}",
    operation_id="get_communication_plan_version",
    summary="Get: version of a plan",
    response_model=PlanVersionRead,
)
async def get_version(
    reader: PlanReader, row_id: UUID, number: Annotated[int, Path(ge=1, lt=2**31, description="As in the list.")]
) -> Response:
    """The plan as it was then, with the parts that you may see."""
    return await reader.one(VERSION, version_id(row_id, number))
