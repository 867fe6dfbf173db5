"""Contacts, entered in one tap."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.reach.actions.contacts import enter_contact, undo_contact
from domain.reach.models.contacts import ContactFields, ContactRead
from domain.reach.queries.contacts import CONTACTS, ContactQuery

router = APIRouter(prefix="/v1/contacts", tags=["reach"])

ContactReader = Annotated[Reader, reads(Permission.CONTACTS_WRITE)]
ContactWriter = Annotated[Writer, writes(Permission.CONTACTS_WRITE)]


@router.post(
    "", operation_id="enter_contact", summary="Enter: we spoke today", response_model=ContactRead, status_code=201
)
async def post_contact(writer: ContactWriter, body: ContactFields) -> Response:
    """At the gate, by phone, in passing: every form counts. Nothing is kept of what was said; there are no notes."""
    row = await enter_contact(writer.session, body)
    return await writer.created(CONTACTS.document, row.id)


@router.get("", operation_id="list_contacts", summary="List contacts", response_model=Page[ContactRead])
async def list_contacts(reader: ContactReader, query: Annotated[ContactQuery, Query()]) -> Response:
    """For the staff of the student only."""
    return await reader.page(CONTACTS.listing, query)


@router.get("/{row_id}", operation_id="get_contact", summary="Get: contact", response_model=ContactRead)
async def get_contact(reader: ContactReader, row_id: UUID) -> Response:
    """With its version, to take it back."""
    return await reader.one(CONTACTS.document, row_id)


@router.delete("/{row_id}", operation_id="delete_contact", summary="Take a contact back", status_code=204)
async def delete_contact(writer: ContactWriter, row_id: UUID) -> Response:
    """By who entered it, within a day: a slip of the thumb."""
    await undo_contact(writer.session, row_id, writer.expected_version())
    return writer.nothing()
