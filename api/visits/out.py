"""Who is out now."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.session import Reader, reads
from domain.kernel.page import Page, PageQuery
from domain.kernel.permissions import Permission
from domain.visits.models.out import HomeVisitOut
from domain.visits.queries.out import OUT

router = APIRouter(prefix="/v1/home-visits", tags=["visits"])


@router.get("/out", operation_id="list_home_visits_out", summary="List who is out", response_model=Page[HomeVisitOut])
async def list_out(
    reader: Annotated[Reader, reads(Permission.VISITS_READ)], query: Annotated[PageQuery, Query()]
) -> Response:
    """For the office: who is with a family of which class, since when and until when, the most overdue first; never
    where. A visitor sees their own."""
    return await reader.page(OUT, query)
