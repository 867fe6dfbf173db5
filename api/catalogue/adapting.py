"""What a school makes of the library: its own questions and points, its own words, its own order."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.catalogue.callers import CatalogueOffice, CatalogueReader, CatalogueWriter
from api.collection import add_collection
from domain.catalogue.actions import CHECKLIST_POINTS, QUESTIONS, Adaptable, order_points, order_questions
from domain.catalogue.models import Changed, OrderFields, OrderRead, PointChangeRead, QuestionChangeRead
from domain.catalogue.queries import LIBRARY_CHANGES, POINT_ORDER, QUESTION_ORDER
from domain.kernel.page import Page, PageQuery
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["catalogue"])


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

    async def take_library(writer: CatalogueWriter, row_id: UUID) -> Response:
        """Ends your version, or shows again what you hid: the library's words count from now on."""
        shown = await collection.take_library(writer.session, row_id)
        return await writer.answer(collection.document, shown)

    async def keep_own(writer: CatalogueWriter, row_id: UUID) -> Response:
        """You saw what changed in the library and keep your own version, or keep it hidden: it leaves the list of
        `/v1/library-changes` until the library changes again."""
        await collection.keep_own(writer.session, row_id)
        return writer.nothing()

    routes: list[tuple[str, Callable[..., Any], dict[str, Any]]] = [
        ("adapt", adapt, {"response_model": item, "status_code": 201}),
        ("hide", hide, {"status_code": 204}),
        ("restore", restore, {"response_model": item}),
        ("take-library", take_library, {"response_model": item}),
        ("keep-own", keep_own, {"status_code": 204}),
    ]
    for verb, endpoint, more in routes:
        router.add_api_route(
            f"{path}/{{row_id}}/{verb}",
            endpoint,
            methods=["POST"],
            operation_id=f"{verb.replace('-', '_')}_{noun}",
            summary=f"{verb.replace('-', ' ').capitalize()}: {words}",
            **more,
        )


add_collection(router, "/questions", QUESTIONS, Permission.CATALOGUE_READ, Permission.CATALOGUE_WRITE)
add_adaptation("/questions", QUESTIONS)
add_collection(router, "/checklist-points", CHECKLIST_POINTS, Permission.CATALOGUE_READ, Permission.CATALOGUE_WRITE)
add_adaptation("/checklist-points", CHECKLIST_POINTS)


class ChangeQuery(PageQuery):
    """Changes of what."""

    of: Changed = "questions"

    def filters(self) -> dict[str, Any]:
        """It says which list, and is no filter of one."""
        return {}


@router.get(
    "/library-changes",
    operation_id="list_library_changes",
    summary="List what changed in the library",
    response_model=Page[QuestionChangeRead | PointChangeRead],
)
async def list_library_changes(reader: CatalogueOffice, query: Annotated[ChangeQuery, Query()]) -> Response:
    """What you adapted or hid and the library changed since: the library's words then and now, beside yours. A new
    release never touches your words; say for each `take-library` or `keep-own`."""
    return await reader.page(LIBRARY_CHANGES[query.of], query)


@router.get(
    "/meeting-types/{key}/question-order",
    operation_id="get_question_order",
    summary="Get the order of questions",
    response_model=OrderRead,
)
async def get_question_order(reader: CatalogueReader, key: str) -> Response:
    """Of the questions of this form, as your school asks them."""
    return await reader.one(QUESTION_ORDER, key)


@router.put(
    "/meeting-types/{key}/question-order",
    operation_id="put_question_order",
    summary="Order the questions",
    response_model=OrderRead,
)
async def put_question_order(writer: CatalogueWriter, key: str, body: OrderFields) -> Response:
    """For your school only. What you do not name comes after; name nothing to go back to the library's order."""
    await order_questions(writer.session, key, body, writer.expected_version())
    return await writer.answer(QUESTION_ORDER, key)


@router.get(
    "/checklists/{row_id}/order",
    operation_id="get_checklist_order",
    summary="Get the order of points",
    response_model=OrderRead,
)
async def get_checklist_order(reader: CatalogueReader, row_id: UUID) -> Response:
    """Of the points of this checklist, as your school does them; before, during and after stay in that order."""
    return await reader.one(POINT_ORDER, row_id)


@router.put(
    "/checklists/{row_id}/order",
    operation_id="put_checklist_order",
    summary="Order the points",
    response_model=OrderRead,
)
async def put_checklist_order(writer: CatalogueWriter, row_id: UUID, body: OrderFields) -> Response:
    """For your school only. What you do not name comes after; name nothing to go back to the library's order."""
    await order_points(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(POINT_ORDER, row_id)
