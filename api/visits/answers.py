"""What the family says."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.visits.actions.answering import answer, withdraw
from domain.visits.models.answers import HomeVisitAnswerFields
from domain.visits.models.visits import HomeVisitRead
from domain.visits.queries.visits import HOME_VISIT

router = APIRouter(prefix="/v1/home-visits/{row_id}", tags=["visits"])

Family = Annotated[Writer, writes(Permission.VISITS_ANSWER)]


@router.post("/answer", operation_id="answer_home_visit", summary="Say yes or no", response_model=HomeVisitRead)
async def post_answer(writer: Family, row_id: UUID, body: HomeVisitAnswerFields) -> Response:
    """Yes, with the moments and the place that you choose: at home or elsewhere; or no, without a reason (R29). Staff
    may write down what a family told them, and it is kept that they did."""
    await answer(writer.session, row_id, body)
    return await writer.answer(HOME_VISIT, row_id)


@router.post("/withdraw", operation_id="withdraw_home_visit", summary="Take a yes back", response_model=HomeVisitRead)
async def post_withdraw(writer: Family, row_id: UUID) -> Response:
    """At any time, also while it is under way or after it. Only that it was withdrawn, and when, is kept."""
    await withdraw(writer.session, row_id)
    return await writer.answer(HOME_VISIT, row_id)
