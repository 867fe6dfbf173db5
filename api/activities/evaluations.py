"""Looking back on an activity: one tap, without names."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Reader, Writer, reads, writes
from domain.activities.actions import evaluating
from domain.activities.models.evaluations import EvaluatedFields, EvaluationRead, TallyFields, TapFields
from domain.activities.queries.evaluations import EVALUATION
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/activities/{row_id}", tags=["activities"])

Team = Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)]


@router.get(
    "/evaluations",
    operation_id="get_activity_evaluation",
    summary="See how an activity was",
    response_model=EvaluationRead,
)
async def get_evaluation(reader: Annotated[Reader, reads(Permission.ACTIVITIES_READ)], row_id: UUID) -> Response:
    """Smileys by voice, for everybody who sees the activity; remarks for the team. How many came is no measure of how
    good it was, and no family gets a mark (R38)."""
    return await reader.one(EVALUATION, row_id)


@router.post("/evaluations", operation_id="tap_smiley", summary="Give a smiley", status_code=204)
async def post_tap(
    writer: Annotated[Writer, writes(Permission.ACTIVITIES_JOIN)], row_id: UUID, body: TapFields
) -> Response:
    """One tap while the activity is held. Only the count and the remark are kept, and, apart from them, a keyed hash
    that you have tapped. No event, time or kept answer says which smiley was yours, so it cannot be changed."""
    await evaluating.tap(writer.session, row_id, body)
    return writer.nothing_kept()


@router.put(
    "/evaluations/tally",
    operation_id="put_smiley_tally",
    summary="Enter smileys that were counted by hand",
    response_model=EvaluationRead,
)
async def put_tally(writer: Team, row_id: UUID, body: TallyFields) -> Response:
    """For who has no account: stickers on a sheet at the door. It stands in place of the tally before; taps stay."""
    await evaluating.put_tally(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(EVALUATION, row_id)


@router.post(
    "/evaluate", operation_id="evaluate_activity", summary="Conclude looking back", response_model=EvaluationRead
)
async def post_evaluate(writer: Team, row_id: UUID, body: EvaluatedFields) -> Response:
    """Once there is a smiley or a remark, and it is clear whom the school missed, or that it was nobody. Who tapped is
    forgotten for good."""
    await evaluating.evaluate(writer.session, row_id, body)
    return await writer.answer(EVALUATION, row_id)
