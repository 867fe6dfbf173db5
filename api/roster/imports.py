"""Imports that came in, and what became of them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.collection import Lang
from api.session import Reader, reads
from domain.kernel.page import Page, PageQuery
from domain.kernel.permissions import Permission
from domain.roster.models.reports import RosterImportDetail, RosterImportRead
from domain.roster.queries import ROSTER_IMPORT_LIST, ROSTER_IMPORTS

router = APIRouter(prefix="/v1/roster-imports", tags=["roster"])


@router.get(
    "", operation_id="list_roster_imports", summary="List roster imports", response_model=Page[RosterImportRead]
)
async def list_roster_imports(
    reader: Annotated[Reader, reads(Permission.ROSTER_IMPORT)], query: Annotated[PageQuery, Query()]
) -> Response:
    """What came in, and what became of it."""
    return await reader.page(ROSTER_IMPORT_LIST, query)


@router.get(
    "/{row_id}", operation_id="get_roster_import", summary="Get: roster import", response_model=RosterImportDetail
)
async def get_roster_import(
    reader: Annotated[Reader, reads(Permission.ROSTER_IMPORT)], row_id: UUID, lang: Lang = None
) -> Response:
    """What was added, changed and ended, and everything that is not right in the bundle."""
    return await reader.one(ROSTER_IMPORTS, row_id)
