"""The five routes of a part of a round, made from its description."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Response
from sqlmodel import SQLModel

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.parts import RoundPart
from domain.conferences.queries.lists import list_of
from domain.kernel.permissions import Permission


def add_part(
    router: APIRouter,
    plural: str,
    part: RoundPart,
    whole: type[SQLModel],
    *,
    read: Permission = Permission.ROUNDS_READ,
) -> None:
    """List and add inside the round; get, change and remove by its own id."""
    noun, item, listed = part.noun, part.document.read, list_of(whole, part.document)
    write, words = Permission.ROUNDS_WRITE, part.noun.replace("_", " ")

    async def list_them(reader: Annotated[Reader, reads(read)], row_id: UUID) -> Response:
        return await reader.one(listed, row_id)

    async def add(writer: Annotated[Writer, writes(write)], row_id: UUID, body: part.fields) -> Response:  # type: ignore[name-defined]
        row = await part.add(writer.session, row_id, body)
        return await writer.answer(part.document, row.id, status=201, location=f"/v1/conference-{plural}/{row.id}")

    async def get(reader: Annotated[Reader, reads(read)], row_id: UUID) -> Response:
        return await reader.one(part.document, row_id)

    async def change(writer: Annotated[Writer, writes(write)], row_id: UUID, body: part.patch) -> Response:  # type: ignore[name-defined]
        row = await part.change(writer.session, row_id, body, writer.expected_version())
        return await writer.answer(part.document, row.id)

    async def remove(writer: Annotated[Writer, writes(write)], row_id: UUID) -> Response:
        await part.remove(writer.session, row_id, writer.expected_version())
        return writer.nothing()

    inside, one = f"/conference-rounds/{{row_id}}/{plural}", f"/conference-{plural}/{{row_id}}"
    routes: list[tuple[str, str, str, str, Callable[..., Any], dict[str, Any]]] = [
        ("GET", inside, f"list_conference_{plural}", f"List {plural} of a round", list_them, {"response_model": whole}),
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
