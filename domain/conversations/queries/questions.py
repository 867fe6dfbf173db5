"""The questions of a conversation: the team's, and what it shares of them with the family, who never reads
what the team notes with them."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, case, false, literal, null, or_
from sqlmodel import col

from domain.catalogue.models import Audience
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.questions import (
    ConversationQuestion,
    ConversationQuestionRead,
    ConversationQuestions,
)
from domain.conversations.queries.visibility import (
    attends_as_guardian,
    attends_as_student,
    of_conversation,
    of_visible_conversation,
    reads_as_team,
    sees_conversation,
    student_of,
)
from domain.kernel.permissions import STAFF
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Computed, Document, Reading, once

_FOR_FAMILY = [literal(str(audience)) for audience in (Audience.PARENT, Audience.STUDENT)]


def sees_question(viewer: Viewer) -> ColumnElement[bool]:
    """The team all of them; the family those that are shared with it."""
    here = col(ConversationQuestion.conversation_id)
    shared = col(ConversationQuestion.shared_with_family) & col(ConversationQuestion.audience).in_(_FOR_FAMILY)
    of_family = or_(attends_as_guardian(viewer, here, student_of(viewer, here)), attends_as_student(viewer, here))
    return or_(reads_as_team(viewer, here) & of_visible_conversation(viewer, here), shared & of_family)


def _is_staff(reading: Reading) -> ColumnElement[bool]:
    here = col(ConversationQuestion.conversation_id)
    return reads_as_team(reading.viewer, here) & is_one_of(reading.viewer, *STAFF)


def _for_staff(column: Any, otherwise: Any) -> Computed:
    return lambda _: case((once("is_staff", Boolean), column), else_=otherwise)


CONVERSATION_QUESTION = Document(
    ConversationQuestionRead,
    ConversationQuestion,
    visible=sees_question,
    once={"is_staff": _is_staff},
    computed={
        "note": _for_staff(col(ConversationQuestion.note), null()),
        "is_asked": _for_staff(col(ConversationQuestion.is_asked), false()),
        "asked_at": _for_staff(col(ConversationQuestion.asked_at), null()),
    },
)
CONVERSATION_QUESTIONS = Document(
    ConversationQuestions,
    Conversation,
    visible=sees_conversation,
    computed={
        "items": lambda reading: CONVERSATION_QUESTION.nested(
            reading,
            of_conversation(ConversationQuestion),
            col(ConversationQuestion.position),
            col(ConversationQuestion.id),
        ),
        "next_cursor": lambda _: null(),
    },
)
