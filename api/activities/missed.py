"""Whom did we miss, and how do we reach them?"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.activities.actions import missed
from domain.activities.models.missed import MissedFamilyChangeFields, MissedFamilyFields, MissedFamilyRead
from domain.activities.queries.missed import MISSED_FAMILIES, MISSED_FAMILY, MissedFamilyQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["activities"])

TeamReader = Annotated[Reader, reads(Permission.ACTIVITIES_WRITE)]
Team = Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)]
MissedFamilyPatch = patch_of(MissedFamilyChangeFields)


@router.post(
    "/activities/{row_id}/missed",
    operation_id="note_missed_family",
    summary="Note a family that was missed",
    response_model=MissedFamilyRead,
    status_code=201,
)
async def post_missed(writer: Team, row_id: UUID, body: MissedFamilyFields) -> Response:
    """With what the school will try, who does it and by when: a task for people. Staying away is no fault and is
    counted nowhere (R38)."""
    noted = await missed.note_missed(writer.session, row_id, body)
    return await writer.answer(MISSED_FAMILY, noted.id, status=201, location=f"/v1/missed-families/{noted.id}")


@router.get(
    "/missed-families",
    operation_id="list_missed_families",
    summary="List families that were missed",
    response_model=Page[MissedFamilyRead],
)
async def list_missed(reader: TeamReader, query: Annotated[MissedFamilyQuery, Query()]) -> Response:
    """The office finds all, teachers those of their students and what they were asked to do."""
    return await reader.page(MISSED_FAMILIES, query)


@router.get(
    "/missed-families/{row_id}",
    operation_id="get_missed_family",
    summary="Get: family that was missed",
    response_model=MissedFamilyRead,
)
async def get_missed(reader: TeamReader, row_id: UUID) -> Response:
    """What will be tried."""
    return await reader.one(MISSED_FAMILY, row_id)


@router.patch("/missed-families/{row_id}", operation_id="change_missed_family", summary="It was done", status_code=204)
async def patch_missed(writer: Team, row_id: UUID, body: MissedFamilyPatch) -> Response:  # type: ignore[valid-type]
    """Or another way, a colleague, another day. Who hands it over may not see it any longer, so nothing comes back."""
    await missed.change_missed(writer.session, row_id, body, writer.expected_version())
    return writer.nothing()
