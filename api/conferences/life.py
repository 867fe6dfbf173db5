"""The life of a round: each deed is a POST to its verb. Publishing stands with the schedules."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.conferences.actions import life
from domain.conferences.actions.consents import say_consent
from domain.conferences.models.consents import ConsentFields
from domain.conferences.models.rounds import ConferenceRoundRead
from domain.conferences.queries.rounds import ROUNDS
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/conference-rounds/{row_id}", tags=["conferences"])

Office = Annotated[Writer, writes(Permission.ROUNDS_WRITE)]


@router.post(
    "/open",
    operation_id="open_conference_round",
    summary="Ask for availability",
    response_model=ConferenceRoundRead,
)
async def post_open(writer: Office, row_id: UUID) -> Response:
    """From draft to open. The hard rules hold from now on (R09, R11, R14, R31); what they only warn of stays there."""
    await life.open_round(writer.session, row_id)
    return await writer.answer(ROUNDS, row_id)


@router.post(
    "/plan",
    operation_id="plan_conference_round",
    summary="Start planning",
    response_model=ConferenceRoundRead,
)
async def post_plan(writer: Office, row_id: UUID) -> Response:
    """From open to planning. Families that did not answer are `unreached`, which is no refusal (R10)."""
    await life.plan_round(writer.session, row_id)
    return await writer.answer(ROUNDS, row_id)


@router.post(
    "/reopen",
    operation_id="reopen_conference_round",
    summary="Go back to asking",
    response_model=ConferenceRoundRead,
)
async def post_reopen(writer: Office, row_id: UUID) -> Response:
    """From planning back to open."""
    await life.reopen_round(writer.session, row_id)
    return await writer.answer(ROUNDS, row_id)


@router.post(
    "/start",
    operation_id="start_conference_round",
    summary="Begin",
    response_model=ConferenceRoundRead,
)
async def post_start(writer: Office, row_id: UUID) -> Response:
    """From published to running: the first talks take place."""
    await life.start_round(writer.session, row_id)
    return await writer.answer(ROUNDS, row_id)


@router.post(
    "/close",
    operation_id="close_conference_round",
    summary="End the round",
    response_model=ConferenceRoundRead,
)
async def post_close(writer: Office, row_id: UUID) -> Response:
    """Once each family that was not reached or has no talk has an alternative; `errors` names the others (R10)."""
    await life.close_round(writer.session, row_id)
    return await writer.answer(ROUNDS, row_id)


@router.post(
    "/cancel",
    operation_id="cancel_conference_round",
    summary="Call the round off",
    response_model=ConferenceRoundRead,
)
async def post_cancel(writer: Office, row_id: UUID) -> Response:
    """Until it begins. Talks that stand are called off with it and their time is free; who comes hears of each."""
    await life.cancel_round(writer.session, row_id)
    return await writer.answer(ROUNDS, row_id)


@router.post(
    "/student-consent",
    operation_id="say_student_consent",
    summary="A student of age: do parents take part?",
    response_model=ConferenceRoundRead,
)
async def post_consent(
    writer: Annotated[Writer, writes(Permission.ROUNDS_JOIN)], row_id: UUID, body: ConsentFields
) -> Response:
    """From 18 on the student decides (R19). Without a yes, no family is asked about this student."""
    await say_consent(writer.session, row_id, body)
    return await writer.answer(ROUNDS, row_id)
