"""The families of a round: who takes part, who is asked, and when they can."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.answering import answer
from domain.conferences.actions.families import add_families, invite
from domain.conferences.models.families import AvailabilityFields
from domain.conferences.models.family_lists import FamiliesAdded, FamilyAddFields, Invited, InviteFields
from domain.conferences.models.family_reads import ConferenceFamilyRead
from domain.conferences.queries.families import FAMILIES, FAMILY_LISTING, FamilyQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

FamilyReader = Annotated[Reader, reads(Permission.ROUNDS_READ)]
Office = Annotated[Writer, writes(Permission.ROUNDS_WRITE)]
Anybody = Annotated[Writer, writes(Permission.ROUNDS_JOIN)]


@router.get(
    "/conference-families",
    operation_id="list_conference_families",
    summary="List the families of rounds",
    response_model=Page[ConferenceFamilyRead],
)
async def list_families(reader: FamilyReader, query: Annotated[FamilyQuery, Query()]) -> Response:
    """Of one round with `round_id`. Teachers find the families of their students, a guardian their own (R17, R20)."""
    return await reader.page(FAMILY_LISTING, query)


@router.get(
    "/conference-families/{row_id}",
    operation_id="get_conference_family",
    summary="Get: family in a round",
    response_model=ConferenceFamilyRead,
)
async def get_family(reader: FamilyReader, row_id: UUID) -> Response:
    """What the family said, who entered it, and how far it is."""
    return await reader.one(FAMILIES, row_id)


@router.post(
    "/conference-rounds/{row_id}/families",
    operation_id="add_conference_families",
    summary="Bring families into a round",
    response_model=FamiliesAdded,
)
async def post_families(writer: Office, row_id: UUID, body: FamilyAddFields) -> Response:
    """One, all of some classes, or all of the level. Separated parents are two families; who may not be asked about a
    child, by a restriction or without a right to information, is none."""
    return writer.reply_with(await add_families(writer.session, row_id, body))


@router.post(
    "/conference-rounds/{row_id}/invite",
    operation_id="invite_conference_families",
    summary="Ask the families",
    response_model=Invited,
)
async def post_invite(writer: Office, row_id: UUID, body: InviteFields) -> Response:
    """Those who were not asked yet. Messages follow from the event `conference_family.asked`."""
    return writer.reply_with(await invite(writer.session, row_id, body))


@router.put(
    "/conference-families/{row_id}/availability",
    operation_id="say_family_availability",
    summary="Say when the family can",
    response_model=ConferenceFamilyRead,
)
async def put_availability(writer: Anybody, row_id: UUID, body: AvailabilityFields) -> Response:
    """By the family itself, or by a teacher or the office on its behalf, which stays visible. A late answer is welcome
    until the schedule is published. If-Match is the ETag of the family."""
    await answer(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(FAMILIES, row_id)
