"""The agenda of a conversation."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Reader, Writer, reads, writes
from domain.conversations.actions.agenda import bring, take_back
from domain.conversations.models.agenda import Agenda, AgendaItemFields, AgendaItemRead
from domain.conversations.queries.record import AGENDA, AGENDA_ITEM
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conversations"])

AgendaReader = Annotated[Reader, reads(Permission.CONVERSATIONS_READ)]
AgendaWriter = Annotated[Writer, writes(Permission.AGENDA_WRITE)]


@router.get(
    "/conversations/{row_id}/agenda-items",
    operation_id="list_agenda_items",
    summary="List the agenda",
    response_model=Agenda,
)
async def list_agenda(reader: AgendaReader, row_id: UUID) -> Response:
    """The family's points first."""
    return await reader.one(AGENDA, row_id)


@router.post(
    "/conversations/{row_id}/agenda-items",
    operation_id="create_agenda_item",
    summary="Bring something to talk about",
    response_model=AgendaItemRead,
    status_code=201,
)
async def bring_point(writer: AgendaWriter, row_id: UUID, body: AgendaItemFields) -> Response:
    """Family and school each bring theirs, as the form allows: in a reverse conversation only the family does (R02)."""
    item = await bring(writer.session, row_id, body)
    return await writer.answer(AGENDA_ITEM, item.id, status=201, location=f"/v1/agenda-items/{item.id}")


@router.get(
    "/agenda-items/{row_id}", operation_id="get_agenda_item", summary="Get: agenda item", response_model=AgendaItemRead
)
async def get_point(reader: AgendaReader, row_id: UUID) -> Response:
    """A point of an agenda."""
    return await reader.one(AGENDA_ITEM, row_id)


@router.delete(
    "/agenda-items/{row_id}", operation_id="delete_agenda_item", summary="Take off the agenda", status_code=204
)
async def take_point_back(writer: AgendaWriter, row_id: UUID) -> Response:
    """By who brought it, or who runs the conversation, until it has ended."""
    await take_back(writer.session, row_id, writer.expected_version())
    return writer.nothing()
