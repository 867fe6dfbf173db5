"""The five routes of a plain resource, made from its description."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.kernel.collection import Collection
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

Lang = Annotated[str | None, Query(pattern="^all$", description="`all` gives every text as a map of languages.")]


def add_collection(
    router: APIRouter, path: str, collection: Collection, read: Permission, write: Permission, *, plural: str = ""
) -> None:
    """List, create, get, change and delete, as `path` and `path/{id}`."""
    noun = collection.noun.replace("_", " ")
    name = path.strip("/").replace("-", "_")
    words = plural or path.strip("/").replace("-", " ")
    item: Any = collection.document.read
    about = (collection.fields.__doc__ or "").strip()
    routes: list[tuple[str, str, str, str, Callable[..., Any], dict[str, Any]]] = []

    async def list_them(
        reader: Annotated[Reader, reads(read)],
        query: Annotated[collection.query, Query()],  # type: ignore[name-defined]
    ) -> Response:
        return await reader.page(collection.listed(query), query)

    async def create(writer: Annotated[Writer, writes(write)], body: collection.fields) -> Response:  # type: ignore[name-defined]
        row = await collection.create(writer.session, body)
        return await writer.created(collection.document, row.id)

    async def get(reader: Annotated[Reader, reads(read)], row_id: UUID, lang: Lang = None) -> Response:
        return await reader.one(collection.document, row_id)

    async def change(
        writer: Annotated[Writer, writes(write)],
        row_id: UUID,
        body: collection.patch,  # type: ignore[name-defined]
    ) -> Response:
        row = await collection.change(writer.session, row_id, body, writer.expected_version())
        return await writer.answer(collection.document, row.id)

    async def delete(writer: Annotated[Writer, writes(write)], row_id: UUID) -> Response:
        await collection.remove(writer.session, row_id, writer.expected_version())
        return writer.nothing()

    one = f"{path}/{{row_id}}"
    page: Any = Page[collection.listed_as]  # type: ignore[name-defined]
    routes += [
        ("GET", path, f"list_{name}", f"List {words}", list_them, {"response_model": page}),
        (
            "POST",
            path,
            f"create_{collection.noun}",
            f"Add: {noun}",
            create,
            {"response_model": item, "status_code": 201},
        ),
        ("GET", one, f"get_{collection.noun}", f"Get: {noun}", get, {"response_model": item}),
        ("PATCH", one, f"change_{collection.noun}", f"Change: {noun}", change, {"response_model": item}),
        ("DELETE", one, f"delete_{collection.noun}", f"Delete: {noun}", delete, {"status_code": 204}),
    ]
    for method, where, operation_id, summary, endpoint, more in routes:
        router.add_api_route(
            where, endpoint, methods=[method], operation_id=operation_id, summary=summary, description=about, **more
        )
