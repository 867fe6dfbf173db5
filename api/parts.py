"""The five routes of a part of something, made from its description."""

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Reader, Writer, reads, writes
from domain.kernel.collection import Part
from domain.kernel.permissions import Permission
from domain.kernel.read import Document


class Parts(NamedTuple):
    """Where parts stand: `/{wholes}/{id}/{plural}` together, `/{own}/{id}` each by itself."""

    wholes: str
    whole: str
    """In words, such as `a round`."""
    plural: str
    own: str
    read: Permission
    write: Permission


def add_part(router: APIRouter, parts: Parts, part: Part, listed: Document) -> None:
    """List and add inside the whole; get, change and remove by its own id."""
    noun, item, whole = part.noun, part.document.read, listed.read
    words = part.noun.replace("_", " ")

    async def list_them(reader: Annotated[Reader, reads(parts.read)], row_id: UUID) -> Response:
        return await reader.one(listed, row_id)

    async def add(writer: Annotated[Writer, writes(parts.write)], row_id: UUID, body: part.fields) -> Response:  # type: ignore[name-defined]
        row = await part.add(writer.session, row_id, body)
        return await writer.answer(part.document, row.id, status=201, location=f"/v1/{parts.own}/{row.id}")

    async def get(reader: Annotated[Reader, reads(parts.read)], row_id: UUID) -> Response:
        return await reader.one(part.document, row_id)

    async def change(writer: Annotated[Writer, writes(parts.write)], row_id: UUID, body: part.patch) -> Response:  # type: ignore[name-defined]
        row = await part.change(writer.session, row_id, body, writer.expected_version())
        return await writer.answer(part.document, row.id)

    async def remove(writer: Annotated[Writer, writes(parts.write)], row_id: UUID) -> Response:
        await part.remove(writer.session, row_id, writer.expected_version())
        return writer.nothing()

    inside, one = f"/{parts.wholes}/{{row_id}}/{parts.plural}", f"/{parts.own}/{{row_id}}"
    name, summary = f"list_{parts.own.replace('-', '_')}", f"List {parts.plural} of {parts.whole}"
    routes: list[tuple[str, str, str, str, Callable[..., Any], dict[str, Any]]] = [
        ("GET", inside, name, summary, list_them, {"response_model": whole}),
        ("POST", inside, f"add_{noun}", f"Add: {words}", add, {"response_model": item, "status_code": 201}),
        ("GET", one, f"get_{noun}", f"Get: {words}", get, {"response_model": item}),
        ("PATCH", one, f"change_{noun}", f"Change: {words}", change, {"response_model": item}),
        ("DELETE", one, f"delete_{noun}", f"Take away: {words}", remove, {"status_code": 204}),
    ]
    about = (part.fields.__doc__ or "").strip()
    for method, where, operation_id, summary, endpoint, more in routes:
        router.add_api_route(
            where, endpoint, methods=[method], operation_id=operation_id, summary=summary, description=about, **more
        )
