"""Who takes part, between the proposal and the conversation itself."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.conversations.actions.joining import join, leave_out
from domain.conversations.models.conversations import ConversationRead
from domain.conversations.models.participants import ParticipantFields
from domain.conversations.queries.conversations import CONVERSATION
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/conversations/{row_id}/participants", tags=["conversations"])

School = Annotated[Writer, writes(Permission.CONVERSATIONS_WRITE)]


@router.post("", operation_id="add_participant", summary="Let somebody come too", response_model=ConversationRead)
async def add_participant(writer: School, row_id: UUID, body: ParticipantFields) -> Response:
    """Until it begins. A guardian is asked; an interpreter adds time, and everybody is held for it."""
    await join(writer.session, row_id, body)
    return await writer.answer(CONVERSATION, row_id)


@router.delete(
    "/{participant_id}",
    operation_id="remove_participant",
    summary="Let somebody stay away",
    response_model=ConversationRead,
)
async def remove_participant(writer: School, row_id: UUID, participant_id: UUID) -> Response:
    """Until it begins, from the version of the conversation that you know. What they brought stays on the agenda."""
    await leave_out(writer.session, row_id, participant_id, writer.expected_version())
    return await writer.answer(CONVERSATION, row_id)
