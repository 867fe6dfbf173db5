"""Families who are not enrolled yet."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.collection import add_collection
from api.session import Writer, writes
from domain.activities.actions.enrolling import enrol
from domain.activities.actions.lead_places import give_back_place, give_place, take_place
from domain.activities.actions.leads import LEAD_COLLECTION
from domain.activities.models.enrolling import EnrolmentFields
from domain.activities.models.leads import LeadPlaceFields, LeadRead
from domain.activities.queries.leads import LEADS
from domain.conversations.models.conversations import ConversationRead
from domain.conversations.queries.conversations import CONVERSATION
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["leads"])

add_collection(router, "/leads", LEAD_COLLECTION, Permission.LEADS_USE, Permission.LEADS_USE)

Team = Annotated[Writer, writes(Permission.LEADS_USE)]
Registrar = Annotated[Writer, writes(Permission.FAMILIES_WRITE, keyed=True)]
PLACES = "/leads/{row_id}/places"


@router.post(PLACES, operation_id="offer_tour", summary="Offer a moment of a tour", response_model=LeadRead)
async def post_place(writer: Team, row_id: UUID, body: LeadPlaceFields) -> Response:
    """Outside the season too: a family that asks gets moments to choose from, or its place at once (`is_taken`)."""
    await give_place(writer.session, row_id, body)
    return await writer.answer(LEADS, row_id)


@router.post(
    f"{PLACES}/{{moment_id}}/take", operation_id="take_tour", summary="Take an offered moment", response_model=LeadRead
)
async def post_taken(writer: Team, row_id: UUID, moment_id: UUID) -> Response:
    """The family comes then. It counts in the groups, of ten at most."""
    await take_place(writer.session, row_id, moment_id)
    return await writer.answer(LEADS, row_id)


@router.delete(
    f"{PLACES}/{{moment_id}}", operation_id="give_back_tour", summary="Give back a moment", response_model=LeadRead
)
async def delete_place(writer: Team, row_id: UUID, moment_id: UUID) -> Response:
    """The place is free for others at once. If-Match holds the version of the lead."""
    await give_back_place(writer.session, row_id, moment_id, writer.expected_version())
    return await writer.answer(LEADS, row_id)


@router.post(
    "/leads/{row_id}/enrol",
    operation_id="enrol_lead",
    summary="Enrol a family that was a lead",
    response_model=ConversationRead,
    status_code=201,
)
async def post_enrolment(writer: Registrar, row_id: UUID, body: EnrolmentFields) -> Response:
    """Makes the student, the guardian and the enrolment talk in one step, and erases the lead. Ask again safely."""
    talk = await enrol(writer.session, row_id, body)
    return await writer.answer(CONVERSATION, talk.id, status=201, location=f"/v1/conversations/{talk.id}")
