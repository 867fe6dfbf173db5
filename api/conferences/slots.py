"""Open times of a round."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Writer, writes
from domain.conferences.actions.slots import open_slots
from domain.conferences.models.slots import SlotQuery, Slots
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/conference-rounds/{row_id}", tags=["conferences"])


@router.get("/slots", operation_id="list_slots", summary="List open times", response_model=Slots)
async def list_slots(
    writer: Annotated[Writer, writes(Permission.ROUNDS_BOOK)], row_id: UUID, query: Annotated[SlotQuery, Query()]
) -> Response:
    """With somebody of the staff, for a family: what fits beside its other talks, with time to walk. Nobody else's
    talks can be read from it (R20). What was kept too long for somebody else is free again here."""
    return writer.reply_with(await open_slots(writer.session, row_id, query))
