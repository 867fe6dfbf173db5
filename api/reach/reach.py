"""Whom the school has spoken with, and what it can try with the others."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers import SVG, Svg, answered
from api.conditional import etag
from api.finished_page import FinishedPage, page_response
from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.reach.drawing.bars import reach_picture
from domain.reach.models.reads import FamiliesQuery, FamiliesToReach, ReachQuery, ReachRead
from domain.reach.queries.reach import reach
from domain.reach.queries.to_reach import families_to_reach

router = APIRouter(prefix="/v1", tags=["reach"])

ReachReader = Annotated[Writer, writes(Permission.REACH_READ)]
Asked = Annotated[ReachQuery, Query()]


@router.get("/reach", operation_id="get_reach", summary="Look whom the school spoke with", response_model=ReachRead)
async def get_reach(reader: ReachReader, query: Asked) -> Response:
    """Any form counts, a talk at the gate too. The office of the whole school, a teacher of the own classes. Small
    groups are not told apart by language, and no family is ranked (R38)."""
    return reader.reply_with(await reach(reader.session, query))


@router.get("/reach.svg", operation_id="get_reach_picture", summary="Get: reach as a picture", response_class=Svg)
async def get_reach_picture(reader: ReachReader, query: Asked) -> Response:
    """A bar for each group, told in words too."""
    language = reader.session.language
    drawn = reach_picture(await reach(reader.session, query), language)
    return answered(reader.request, drawn, language, SVG)


@router.get(
    "/reach/families",
    operation_id="list_families_to_reach",
    summary="List what the school can try next",
    response_model=FamiliesToReach,
)
async def list_families_to_reach(reader: ReachReader, query: Annotated[FamiliesQuery, Query()]) -> Response:
    """By the alphabet: it ranks what the school can do, never families (R38)."""
    found = await families_to_reach(reader.session, query)
    body = found.model_dump_json().encode()
    return page_response(reader.request, FinishedPage(body, etag(body), found.next_cursor), reader.session.language)
