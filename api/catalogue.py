"""The catalogue: the shared library, and what a school makes of it."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.collection import Lang, add_collection
from api.session import Reader, Writer, reads, writes
from domain.catalogue.actions import CHECKLIST_POINTS, QUESTIONS, Adaptable
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
from domain.kernel.permissions import Permission
from domain.kernel.read import Listing

router = APIRouter(prefix="/v1", tags=["catalogue"])

CatalogueReader = Annotated[Reader, reads(Permission.CATALOGUE_READ)]
CatalogueWriter = Annotated[Writer, writes(Permission.CATALOGUE_WRITE)]


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


def add_adaptation(path: str, collection: Adaptable) -> None:
    """What a school does with a row of the library: adapt, hide, restore."""
    noun = collection.noun
    words = noun.replace("_", " ")
    item: Any = collection.document.read

    async def adapt(writer: CatalogueWriter, row_id: UUID, body: collection.patch) -> Response:  # type: ignore[name-defined]
        """Your own version, in place of the library's, from the fields you give; the others stay as they are."""
        row = await collection.adapt(writer.session, row_id, body)
        return await writer.answer(collection.document, row.id, status=201, location=f"/v1{path}/{row.id}")

    async def hide(writer: CatalogueWriter, row_id: UUID) -> Response:
        """Nobody in your school sees it any more; other schools do."""
        await collection.hide(writer.session, row_id)
        return writer.nothing()

    async def restore(writer: CatalogueWriter, row_id: UUID) -> Response:
        """Drops your version, or shows again what was hidden. Name it by its own id or by that of the library."""
        shown = await collection.restore(writer.session, row_id)
        return await writer.answer(collection.document, shown)

    routes: list[tuple[str, Callable[..., Any], dict[str, Any]]] = [
        ("adapt", adapt, {"response_model": item, "status_code": 201}),
        ("hide", hide, {"status_code": 204}),
        ("restore", restore, {"response_model": item}),
    ]
    for verb, endpoint, more in routes:
        router.add_api_route(
            f"{path}/{{row_id}}/{verb}",
            endpoint,
            methods=["POST"],
            operation_id=f"{verb}_{noun}",
            summary=f"{verb.capitalize()}: {words}",
            **more,
        )


add_library("/meeting-types", "meeting_type", MEETING_TYPES, MeetingTypeQuery)
add_collection(router, "/questions", QUESTIONS, Permission.CATALOGUE_READ, Permission.CATALOGUE_WRITE)
add_adaptation("/questions", QUESTIONS)
add_collection(router, "/checklist-points", CHECKLIST_POINTS, Permission.CATALOGUE_READ, Permission.CATALOGUE_WRITE)
add_adaptation("/checklist-points", CHECKLIST_POINTS)
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
