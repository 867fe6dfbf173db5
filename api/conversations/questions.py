"""The questions of a conversation: the team's own copies."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.conversations.actions.questions import change_question, copy_questions, remove_question
from domain.conversations.models.questions import (
    AskingFields,
    ConversationQuestionRead,
    ConversationQuestions,
    CopiedFields,
)
from domain.conversations.queries.questions import CONVERSATION_QUESTION, CONVERSATION_QUESTIONS
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1", tags=["conversations"])

AskingPatch = patch_of(AskingFields)
QuestionReader = Annotated[Reader, reads(Permission.CONVERSATIONS_READ)]
QuestionWriter = Annotated[Writer, writes(Permission.QUESTIONS_USE)]


@router.get(
    "/conversations/{row_id}/questions",
    operation_id="list_conversation_questions",
    summary="List the questions of a conversation",
    response_model=ConversationQuestions,
)
async def list_questions(reader: QuestionReader, row_id: UUID, lang: Lang = None) -> Response:
    """The team sees all, in its order. The family sees those for parents and students that the team shares."""
    return await reader.one(CONVERSATION_QUESTIONS, row_id)


@router.post(
    "/conversations/{row_id}/questions",
    operation_id="copy_questions",
    summary="Copy questions into a conversation",
    response_model=ConversationQuestions,
    status_code=201,
)
async def copy(writer: QuestionWriter, row_id: UUID, body: CopiedFields) -> Response:
    """From a set, by name, or both. They are copies: what changes in the catalogue or the set leaves them as they are,
    and a question that the conversation has already is not copied again."""
    await copy_questions(writer.session, row_id, body)
    location = f"/v1/conversations/{row_id}/questions"
    return await writer.answer(CONVERSATION_QUESTIONS, row_id, status=201, location=location)


@router.get(
    "/conversation-questions/{row_id}",
    operation_id="get_conversation_question",
    summary="Get: question of a conversation",
    response_model=ConversationQuestionRead,
)
async def get_question(reader: QuestionReader, row_id: UUID, lang: Lang = None) -> Response:
    """A copied question, with what the team keeps with it."""
    return await reader.one(CONVERSATION_QUESTION, row_id)


@router.patch(
    "/conversation-questions/{row_id}",
    operation_id="change_conversation_question",
    summary="Tick, order, note or share a question",
    response_model=ConversationQuestionRead,
)
async def patch_question(
    writer: QuestionWriter,
    row_id: UUID,
    body: AskingPatch,  # type: ignore[valid-type]
) -> Response:
    """When it was asked is kept; taking the tick away takes that away too."""
    await change_question(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(CONVERSATION_QUESTION, row_id)


@router.delete(
    "/conversation-questions/{row_id}",
    operation_id="delete_conversation_question",
    summary="Take a question out of a conversation",
    status_code=204,
)
async def delete_question(writer: QuestionWriter, row_id: UUID) -> Response:
    """The catalogue and the set keep it."""
    await remove_question(writer.session, row_id, writer.expected_version())
    return writer.nothing()
