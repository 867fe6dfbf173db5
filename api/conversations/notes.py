"""Notes of a conversation."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Reader, Writer, reads, writes
from domain.conversations.actions.notes import change_note, delete_note, write_note
from domain.conversations.models.notes import NoteFields, NoteRead, Notes
from domain.conversations.queries.record import NOTE, NOTES
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["conversations"])

NotePatch = patch_of(NoteFields)
NoteReader = Annotated[Reader, reads(Permission.NOTES_READ)]
NoteWriter = Annotated[Writer, writes(Permission.NOTES_WRITE)]


@router.get("/conversations/{row_id}/notes", operation_id="list_notes", summary="List the notes", response_model=Notes)
async def list_notes(reader: NoteReader, row_id: UUID) -> Response:
    """Those that you may read and that are still kept. Systems and interpreters read none."""
    return await reader.one(NOTES, row_id)


@router.post(
    "/conversations/{row_id}/notes",
    operation_id="create_note",
    summary="Write a note",
    response_model=NoteRead,
    status_code=201,
)
async def post_note(writer: NoteWriter, row_id: UUID, body: NoteFields) -> Response:
    """Short, with a purpose, for readers that you choose, and until a day that you choose (R26)."""
    note = await write_note(writer.session, row_id, body)
    return await writer.answer(NOTE, note.id, status=201, location=f"/v1/notes/{note.id}")


@router.get("/notes/{row_id}", operation_id="get_note", summary="Get: note", response_model=NoteRead)
async def get_note(reader: NoteReader, row_id: UUID) -> Response:
    """A note that you may read."""
    return await reader.one(NOTE, row_id)


@router.patch("/notes/{row_id}", operation_id="change_note", summary="Change: note", response_model=NoteRead)
async def patch_note(
    writer: NoteWriter,
    row_id: UUID,
    body: NotePatch,  # type: ignore[valid-type]
) -> Response:
    """By its author only."""
    await change_note(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(NOTE, row_id)


@router.delete("/notes/{row_id}", operation_id="delete_note", summary="Delete: note", status_code=204)
async def remove_note(writer: NoteWriter, row_id: UUID) -> Response:
    """By its author only; it also disappears by itself on its day."""
    await delete_note(writer.session, row_id, writer.expected_version())
    return writer.nothing()
