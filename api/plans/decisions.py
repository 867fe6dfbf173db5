"""The decision: how a family would be reached, and why."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.messaging.queries.quiet_hours import quiet_hours
from domain.plans.actions.deciding import decide_for_plan, decide_for_student
from domain.plans.models.decisions import DecideFields, DecideQuery, DecisionRead

router = APIRouter(prefix="/v1", tags=["plans"])

Asker = Annotated[Writer, writes(Permission.PLANS_READ)]


@router.post(
    "/communication-plans/{row_id}/decide",
    operation_id="decide_by_plan",
    summary="Decide how to reach the family of a plan",
    response_model=DecisionRead,
)
async def post_plan_question(
    asker: Asker, row_id: UUID, body: DecideFields, query: Annotated[DecideQuery, Query()]
) -> Response:
    """Whom, by which channel, when, in which language and through whom, by the plan of that school year, with the
    reasons in order. Nothing is sent. Staff see everybody; guardian and student themselves only (R17)."""
    quiet = await quiet_hours(asker.session)
    return asker.reply_with(await decide_for_plan(asker.session, row_id, body, query, quiet))


@router.post(
    "/students/{row_id}/decide",
    operation_id="decide_for_student",
    summary="Decide how to reach the family of a student",
    response_model=DecisionRead,
)
async def post_student_question(
    asker: Asker, row_id: UUID, body: DecideFields, query: Annotated[DecideQuery, Query()]
) -> Response:
    """The same for every family: those without a plan of that school year are reached by what the school offers."""
    quiet = await quiet_hours(asker.session)
    return asker.reply_with(await decide_for_student(asker.session, row_id, body, query, quiet))
