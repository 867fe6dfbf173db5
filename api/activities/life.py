"""The life of an activity: each deed is a POST to its verb."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.activities.callers import School
from domain.activities.actions import life
from domain.activities.models.activity_reads import ActivityRead
from domain.activities.queries.activities import ACTIVITY

router = APIRouter(prefix="/v1/activities/{row_id}", tags=["activities"])


@router.post("/ask", operation_id="ask_about_activity", summary="Ask families first", response_model=ActivityRead)
async def post_ask(writer: School, row_id: UUID) -> Response:
    """What would they like? Before it is fixed, the families it is meant for hear of it, see it and bring ideas for
    it. A question sent is not yet a parent heard: for R34 each who brings an idea counts, as does who is asked in a
    talk. Asking again changes nothing."""
    await life.ask_about_activity(writer.session, row_id)
    return await writer.answer(ACTIVITY, row_id)


@router.post("/prepare", operation_id="prepare_activity", summary="Take the idea up", response_model=ActivityRead)
async def post_prepare(writer: School, row_id: UUID) -> Response:
    """From idea to preparing. It is still the team's own: families see nothing of it unless they were asked."""
    await life.prepare_activity(writer.session, row_id)
    return await writer.answer(ACTIVITY, row_id)


@router.post("/invite", operation_id="invite_to_activity", summary="Invite families", response_model=ActivityRead)
async def post_invite(writer: School, row_id: UUID) -> Response:
    """From preparing to invited, once the essentials are there: the goal, for whom, parents who were asked, something
    to do beside listening, a date, a place and the languages. `errors` names each that is missing (R34)."""
    await life.invite_to_activity(writer.session, row_id)
    return await writer.answer(ACTIVITY, row_id)


@router.post("/hold", operation_id="hold_activity", summary="It took place", response_model=ActivityRead)
async def post_hold(writer: School, row_id: UUID) -> Response:
    """From invited to held, once its first moment has begun. Looking back on it with the parents comes next."""
    await life.hold_activity(writer.session, row_id)
    return await writer.answer(ACTIVITY, row_id)


@router.post("/cancel", operation_id="cancel_activity", summary="Call the activity off", response_model=ActivityRead)
async def post_cancel(writer: School, row_id: UUID) -> Response:
    """Until it is held. Rooms, interpreters and who helps are free again; who was invited sees that it is off."""
    await life.cancel_activity(writer.session, row_id)
    return await writer.answer(ACTIVITY, row_id)
