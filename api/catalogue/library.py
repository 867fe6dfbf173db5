"""The shared library, which is the same for every school."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.catalogue.callers import CatalogueReader
from api.collection import Lang
from domain.catalogue.models import ActivityMindMapRead, BlankChecklistRead, ChecklistRead
from domain.catalogue.queries import (
    ACTIVITY_MIND_MAPS,
    CHECKLISTS,
    DEVELOPMENT_DOMAINS,
    MATERIALS,
    MEETING_TYPES,
    SCALES,
    SOURCES,
    TIPS,
    WITH_EXAMPLES,
    ChecklistQuery,
    MaterialQuery,
    MeetingTypeQuery,
    TipQuery,
    Variant,
)
from domain.kernel.page import Page, PageQuery
from domain.kernel.read import Listing

router = APIRouter(prefix="/v1", tags=["catalogue"])


def add_library(path: str, one: str, listing: Listing, query: type[PageQuery] = PageQuery) -> None:
    """The two routes of what is the same for every school: `path` and `path/{key}`."""
    item: Any = listing.document.read
    about = (item.__doc__ or "").strip()
    words = path.strip("/").replace("-", " ")

    async def list_them(reader: CatalogueReader, query: Annotated[query, Query()]) -> Response:  # type: ignore[valid-type]
        return await reader.page(listing, query)

    async def get(reader: CatalogueReader, key: str, lang: Lang = None) -> Response:
        return await reader.one(listing.document, key)

    page: Any = Page[item]
    routes: list[tuple[str, str, str, Callable[..., Any], Any]] = [
        (path, f"list_{words.replace(' ', '_')}", f"List {words}", list_them, page),
        (f"{path}/{{key}}", f"get_{one}", f"Get: {one.replace('_', ' ')}", get, item),
    ]
    for where, operation_id, summary, endpoint, model in routes:
        router.add_api_route(
            where, endpoint, operation_id=operation_id, summary=summary, description=about, response_model=model
        )


add_library("/meeting-types", "meeting_type", MEETING_TYPES, MeetingTypeQuery)
add_library("/tips", "tip", TIPS, TipQuery)
add_library("/materials", "material", MATERIALS, MaterialQuery)
add_library("/development-domains", "development_domain", DEVELOPMENT_DOMAINS)
add_library("/scales", "scale", SCALES)
add_library("/sources", "source", SOURCES)


@router.get(
    "/checklists",
    operation_id="list_checklists",
    summary="List checklists",
    response_model=Page[ChecklistRead | BlankChecklistRead],
)
async def list_checklists(reader: CatalogueReader, query: Annotated[ChecklistQuery, Query()]) -> Response:
    """Points before, during and after a conversation: the library's, and those your school added or adapted."""
    return await reader.page(CHECKLISTS[query.variant], query)


@router.get(
    "/checklists/{row_id}",
    operation_id="get_checklist",
    summary="Get: checklist",
    response_model=ChecklistRead | BlankChecklistRead,
)
async def get_checklist(
    reader: CatalogueReader, row_id: UUID, variant: Variant = WITH_EXAMPLES, lang: Lang = None
) -> Response:
    """With our examples, or blank: the same points with room for your own actions and questions."""
    return await reader.one(CHECKLISTS[variant].document, row_id)


@router.get(
    "/activity-mind-map",
    operation_id="get_activity_mind_map",
    summary="Get: the mind map of a parent activity",
    response_model=ActivityMindMapRead,
)
async def get_activity_mind_map(reader: CatalogueReader, lang: Lang = None) -> Response:
    """What to decide when you think up an activity for parents, and what before what."""
    return await reader.one(ACTIVITY_MIND_MAPS, "parent-activity")
