"""The checklist of a conversation: the team's own copy."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import Field

from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.catalogue.queries import WITH_EXAMPLES, Variant
from domain.conversations.actions.checklists import add_own_point, copy_checklist, tick
from domain.conversations.models.checklist import (
    ChecklistInUse,
    ChecklistItemRead,
    OwnPointFields,
    TickFields,
)
from domain.conversations.queries.record import CHECKLIST, CHECKLIST_ITEM
from domain.kernel.permissions import Permission
from domain.kernel.row import Fields, patch_of

router = APIRouter(prefix="/v1", tags=["conversations"])


class VariantFields(Fields):
    """Which of the catalogue's variants to start from."""

    variant: Variant = Field(WITH_EXAMPLES, description="`blank` leaves the examples out, to fill in your own.")


TickPatch = patch_of(TickFields)
TeamReader = Annotated[Reader, reads(Permission.CHECKLISTS_USE)]
TeamWriter = Annotated[Writer, writes(Permission.CHECKLISTS_USE)]


@router.get(
    "/conversations/{row_id}/checklist",
    operation_id="get_conversation_checklist",
    summary="Get the checklist in use",
    response_model=ChecklistInUse,
)
async def get_checklist(reader: TeamReader, row_id: UUID, lang: Lang = None) -> Response:
    """Before, during, after. Empty until it is copied from the catalogue or has points of its own."""
    return await reader.one(CHECKLIST, row_id)


@router.post(
    "/conversations/{row_id}/checklist",
    operation_id="copy_checklist",
    summary="Copy the checklist of this form",
    response_model=ChecklistInUse,
    status_code=201,
)
async def copy(writer: TeamWriter, row_id: UUID, body: VariantFields) -> Response:
    """As your school has it at this moment; later changes of the catalogue leave the copy as it is (R36)."""
    await copy_checklist(writer.session, row_id, body.variant)
    return await writer.answer(CHECKLIST, row_id, status=201, location=f"/v1/conversations/{row_id}/checklist")


@router.post(
    "/conversations/{row_id}/checklist-items",
    operation_id="create_checklist_item",
    summary="Add a point of your own",
    response_model=ChecklistItemRead,
    status_code=201,
)
async def add_point(writer: TeamWriter, row_id: UUID, body: OwnPointFields) -> Response:
    """It stands after the other points of its phase."""
    item = await add_own_point(writer.session, row_id, body)
    return await writer.answer(CHECKLIST_ITEM, item.id, status=201, location=f"/v1/checklist-items/{item.id}")


@router.get(
    "/checklist-items/{row_id}",
    operation_id="get_checklist_item",
    summary="Get: checklist item",
    response_model=ChecklistItemRead,
)
async def get_item(reader: TeamReader, row_id: UUID, lang: Lang = None) -> Response:
    """A point of a checklist in use."""
    return await reader.one(CHECKLIST_ITEM, row_id)


@router.patch(
    "/checklist-items/{row_id}",
    operation_id="tick_checklist_item",
    summary="Tick, or note something beside it",
    response_model=ChecklistItemRead,
)
async def tick_item(
    writer: TeamWriter,
    row_id: UUID,
    body: TickPatch,  # type: ignore[valid-type]
) -> Response:
    """Who ticked and when is kept; taking the tick away takes that away too."""
    await tick(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(CHECKLIST_ITEM, row_id)
