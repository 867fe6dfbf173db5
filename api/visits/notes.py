"""What is kept of a visit."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.kernel.permissions import Permission
from domain.visits.actions.noting import note
from domain.visits.models.notes import HomeVisitNoteFields
from domain.visits.models.visits import HomeVisitRead
from domain.visits.queries.visits import HOME_VISIT

router = APIRouter(prefix="/v1/home-visits/{row_id}", tags=["visits"])


@router.post("/note", operation_id="note_home_visit", summary="Note a home visit", response_model=HomeVisitRead)
async def post_note(
    writer: Annotated[Writer, writes(Permission.VISITS_WRITE)], row_id: UUID, body: HomeVisitNoteFields
) -> Response:
    """When, who was there, what was agreed; the guardian reads it too. There is no field for how people live, and
    words about it come back as warnings (R30). A serious worry goes to the head, not in here."""
    await note(writer.session, row_id, body)
    return await writer.answer(HOME_VISIT, row_id)
