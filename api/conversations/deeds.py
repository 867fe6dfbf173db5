"""What can be done with a conversation as a whole: each deed is a POST to its verb."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.session import Writer, writes
from domain.conversations.actions import answering, course, proposing
from domain.conversations.models.conversations import ConversationRead, MoveFields, OfferFields
from domain.conversations.models.participants import AcceptFields, AnswerFields, CancelFields, DeclineFields
from domain.conversations.queries.conversations import CONVERSATION
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/conversations/{row_id}", tags=["conversations"])

School = Annotated[Writer, writes(Permission.CONVERSATIONS_WRITE)]
Anybody = Annotated[Writer, writes(Permission.CONVERSATIONS_ANSWER)]


@router.post(
    "/propose", operation_id="propose_other_times", summary="Propose other times", response_model=ConversationRead
)
async def propose_other_times(writer: School, row_id: UUID, body: OfferFields) -> Response:
    """While the family has not agreed yet. Everybody is asked again."""
    await proposing.propose_other_times(writer.session, row_id, body)
    return await writer.answer(CONVERSATION, row_id)


@router.post("/accept", operation_id="accept_conversation", summary="Say yes", response_model=ConversationRead)
async def accept_conversation(writer: Anybody, row_id: UUID, body: AcceptFields) -> Response:
    """For yourself, or for the guardian in `guardian_id`. It is planned once all who are asked said yes."""
    await answering.accept(writer.session, row_id, body)
    return await writer.answer(CONVERSATION, row_id)


@router.post("/decline", operation_id="decline_conversation", summary="Say no", response_model=ConversationRead)
async def decline_conversation(writer: Anybody, row_id: UUID, body: DeclineFields) -> Response:
    """For yourself, or for the guardian in `guardian_id`. It stays for the others; nobody owes a reason."""
    await answering.decline(writer.session, row_id, body)
    return await writer.answer(CONVERSATION, row_id)


@router.post(
    "/acknowledge",
    operation_id="acknowledge_professionals",
    summary="Say that you know who else comes",
    response_model=ConversationRead,
)
async def acknowledge_professionals(writer: Anybody, row_id: UUID, body: AnswerFields) -> Response:
    """The family was told which professionals come and why (R23). It agrees to nothing more than knowing."""
    await answering.acknowledge(writer.session, row_id, body)
    return await writer.answer(CONVERSATION, row_id)


@router.post(
    "/reschedule",
    operation_id="reschedule_conversation",
    summary="Move to another time",
    response_model=ConversationRead,
)
async def reschedule_conversation(writer: School, row_id: UUID, body: MoveFields) -> Response:
    """The new time is held at once, the old one is free, and everybody is asked again."""
    await proposing.reschedule(writer.session, row_id, body)
    return await writer.answer(CONVERSATION, row_id)


@router.post("/cancel", operation_id="cancel_conversation", summary="Cancel", response_model=ConversationRead)
async def cancel_conversation(writer: Anybody, row_id: UUID, body: CancelFields) -> Response:
    """A guardian beside another one only steps back: one parent cannot cancel the other's conversation (R17)."""
    await course.cancel(writer.session, row_id, body)
    return await writer.answer(CONVERSATION, row_id)


@router.post("/start", operation_id="start_conversation", summary="Start", response_model=ConversationRead)
async def start_conversation(writer: School, row_id: UUID) -> Response:
    """The rules look once more: who must be there, and what must be ready."""
    await course.start(writer.session, row_id)
    return await writer.answer(CONVERSATION, row_id)


@router.post("/complete", operation_id="complete_conversation", summary="Complete", response_model=ConversationRead)
async def complete_conversation(writer: School, row_id: UUID) -> Response:
    """It was held. Notes and agreements can still follow."""
    await course.complete(writer.session, row_id)
    return await writer.answer(CONVERSATION, row_id)


@router.post("/no-show", operation_id="miss_conversation", summary="Nobody came", response_model=ConversationRead)
async def miss_conversation(writer: School, row_id: UUID) -> Response:
    """No refusal, and never a score (R10, R38): look for another way to reach the family."""
    await course.miss(writer.session, row_id)
    return await writer.answer(CONVERSATION, row_id)
