"""Conversations: proposing, finding and changing them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.conversations.actions.course import change
from domain.conversations.actions.proposing import propose
from domain.conversations.models.conversations import (
    ConversationFields,
    ConversationRead,
    ConversationSummary,
    ProposalFields,
)
from domain.conversations.queries.conversations import CONVERSATION, CONVERSATIONS, ConversationQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["conversations"])

ConversationPatch = patch_of(ConversationFields)


@router.get(
    "/conversations",
    operation_id="list_conversations",
    summary="List conversations",
    response_model=Page[ConversationSummary],
)
async def list_conversations(
    reader: Annotated[Reader, reads(Permission.CONVERSATIONS_READ)], query: Annotated[ConversationQuery, Query()]
) -> Response:
    """Those that you may see, the earliest first. A family finds only the conversations in which it takes part."""
    return await reader.page(CONVERSATIONS, query)


@router.post(
    "/conversations",
    operation_id="propose_conversation",
    summary="Propose a conversation",
    response_model=ConversationRead,
    status_code=201,
)
async def propose_conversation(
    writer: Annotated[Writer, writes(Permission.CONVERSATIONS_WRITE)], body: ProposalFields
) -> Response:
    """One time, which is held at once, or several to choose from, which hold nothing until the family has chosen.

    What the rules only warn of comes back in `warnings` and stays there; what they refuse is a 422 `rule_broken`.
    """
    conversation = await propose(writer.session, body)
    return await writer.created(CONVERSATION, conversation.id)


@router.get(
    "/conversations/{row_id}",
    operation_id="get_conversation",
    summary="Get: conversation",
    response_model=ConversationRead,
)
async def get_conversation(
    reader: Annotated[Reader, reads(Permission.CONVERSATIONS_READ)], row_id: UUID, lang: Lang = None
) -> Response:
    """With who takes part, the offered times, the agenda, and what earlier conversations agreed and is not done yet."""
    return await reader.one(CONVERSATION, row_id)


@router.patch(
    "/conversations/{row_id}",
    operation_id="change_conversation",
    summary="Change: conversation",
    response_model=ConversationRead,
)
async def change_conversation(
    writer: Annotated[Writer, writes(Permission.CONVERSATIONS_WRITE)],
    row_id: UUID,
    body: ConversationPatch,  # type: ignore[valid-type]
) -> Response:
    """Room, goal, briefing and so on, until it begins. Its time you change by rescheduling."""
    await change(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(CONVERSATION, row_id)
