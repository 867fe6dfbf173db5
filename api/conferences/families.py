"""The families of a round: who takes part, who is asked, and when they can."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.answering import answer
from domain.conferences.actions.families import add_families, invite
from domain.conferences.actions.links import make_link
from domain.conferences.actions.reaching import offer_alternative, try_otherwise
from domain.conferences.models.families import AvailabilityFields
from domain.conferences.models.family_lists import FamiliesAdded, FamilyAddFields, Invited, InviteFields
from domain.conferences.models.family_reads import ConferenceFamilyRead
from domain.conferences.models.links import LinkFields, LinkMade
from domain.conferences.models.reaching import AlternativeFields, Attempt
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
    """By the family itself, or by a teacher or the office on its behalf, which stays visible. A late answer is welcome,
    and who is asked again as a session moved answers here too. If-Match is the ETag of the family."""
    await answer(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(FAMILIES, row_id)


@router.post(
    "/conference-families/{row_id}/attempts",
    operation_id="note_family_attempt",
    summary="Note another way that was tried",
    response_model=ConferenceFamilyRead,
)
async def post_attempt(writer: Anybody, row_id: UUID, body: Attempt) -> Response:
    """By teachers and the office: by phone, at the gate, by a bridge worker. Not answering is not refusing (R10)."""
    await try_otherwise(writer.session, row_id, body)
    return await writer.answer(FAMILIES, row_id)


@router.post(
    "/conference-families/{row_id}/alternative",
    operation_id="offer_family_alternative",
    summary="Offer something else",
    response_model=ConferenceFamilyRead,
)
async def post_alternative(writer: Anybody, row_id: UUID, body: AlternativeFields) -> Response:
    """By phone, at home or on another day, for a family that was not reached or cannot come (R10)."""
    await offer_alternative(writer.session, row_id, body)
    return await writer.answer(FAMILIES, row_id)


@router.post(
    "/conference-families/{row_id}/link",
    operation_id="make_availability_link",
    summary="Make a one-time link",
    response_model=LinkMade,
    status_code=201,
)
async def post_link(writer: Anybody, row_id: UUID, body: LinkFields) -> Response:
    """For a family without account. The secret is shown this once and kept nowhere, so repeating the request with the
    same Idempotency-Key makes a new one; a new link replaces the one before."""
    return writer.reply_once(await make_link(writer.session, row_id, body), status=201)
