"""Sign-ups for the moments of an activity, and the waiting list."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.activities.actions.on_the_day import say_came
from domain.activities.actions.sign_up_changes import cancel, change_sign_up
from domain.activities.actions.sign_ups import sign_up
from domain.activities.models.coming import CameFields, ComingThenFields, SignUpFields
from domain.activities.models.sign_up_totals import SignUpTotals
from domain.activities.models.sign_ups import SignUpRead
from domain.activities.queries.activities import ACTIVITY
from domain.activities.queries.sign_up_totals import TOTALS
from domain.activities.queries.sign_ups import SIGN_UP, SIGN_UPS, SignUpQuery, SignUpsOf
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["activities"])

SignUpPatch = patch_of(ComingThenFields)
Looker = Annotated[Reader, reads(Permission.ACTIVITIES_READ)]
Comer = Annotated[Writer, writes(Permission.ACTIVITIES_JOIN)]
Keyed = Annotated[Writer, writes(Permission.ACTIVITIES_JOIN, keyed=True)]
_ONE = "/activity-sign-ups/{row_id}"


@router.post(
    "/activities/{row_id}/sign-ups",
    operation_id="sign_up",
    summary="Sign up for a moment",
    response_model=SignUpRead,
    status_code=201,
)
async def post_sign_up(writer: Keyed, row_id: UUID, body: SignUpFields) -> Response:
    """When there is no room for all of them it waits (`state`), and moves up by itself. Each parent signs up for
    themselves (R17); the school can do it for them. Repeat with the same Idempotency-Key and nobody is there twice."""
    made = await sign_up(writer.session, row_id, body)
    return await writer.answer(SIGN_UP, made.id, status=201, location=f"/v1/activity-sign-ups/{made.id}")


@router.get(
    "/activities/{row_id}/sign-ups",
    operation_id="list_sign_ups",
    summary="List sign-ups",
    response_model=Page[SignUpRead],
)
async def list_sign_ups(reader: Looker, row_id: UUID, query: Annotated[SignUpQuery, Query()]) -> Response:
    """In the order in which they came. A family finds its own, and of the queue only its own place."""
    await reader.body(ACTIVITY, row_id)
    return await reader.page(SIGN_UPS, SignUpsOf(activity_id=row_id, **query.model_dump()))


@router.get(
    "/activities/{row_id}/sign-up-totals",
    operation_id="get_sign_up_totals",
    summary="Look how many come",
    response_model=SignUpTotals,
)
async def get_totals(reader: Annotated[Reader, reads(Permission.ACTIVITIES_WRITE)], row_id: UUID) -> Response:
    """Per moment, for the team: adults, children, languages wished, who waits, came and walked in. Numbers only."""
    return await reader.one(TOTALS, row_id)


@router.get(_ONE, operation_id="get_sign_up", summary="Get: sign-up", response_model=SignUpRead)
async def get_sign_up(reader: Looker, row_id: UUID) -> Response:
    """With the place in the queue while it waits."""
    return await reader.one(SIGN_UP, row_id)


@router.patch(_ONE, operation_id="change_sign_up", summary="Change how many come, or when", response_model=SignUpRead)
async def patch_sign_up(
    writer: Comer,
    row_id: UUID,
    body: SignUpPatch,  # type: ignore[valid-type]
) -> Response:
    """Fewer make room for who waits. More need that many places, and so does another moment of the activity
    (`moment_id`); without them the sign-up stays as it was. Who waits stands last in the queue of the other moment."""
    await change_sign_up(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(SIGN_UP, row_id)


@router.post(f"{_ONE}/cancel", operation_id="cancel_sign_up", summary="Cancel a sign-up", response_model=SignUpRead)
async def post_cancel(writer: Comer, row_id: UUID) -> Response:
    """Nobody owes a reason. The places go to who waits, in order; signing up again starts at the end of the queue."""
    await cancel(writer.session, row_id)
    return await writer.answer(SIGN_UP, row_id)


@router.post(f"{_ONE}/came", operation_id="say_came", summary="Say that they came", response_model=SignUpRead)
async def post_came(
    writer: Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)], row_id: UUID, body: CameFields
) -> Response:
    """In one tap at the door, by the team and for the team: so that the school knows whom it met, and no more (R38)."""
    await say_came(writer.session, row_id, body)
    return await writer.answer(SIGN_UP, row_id)
