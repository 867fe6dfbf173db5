"""The questions of a conversation: the team's, and what it shares of them with the family."""

from sqlalchemy import ColumnElement, literal, null, or_
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
from domain.kernel.principal import Viewer
from domain.kernel.read import Document

_FOR_FAMILY = [literal(str(audience)) for audience in (Audience.PARENT, Audience.STUDENT)]


def _sees_question(viewer: Viewer) -> ColumnElement[bool]:
    here = col(ConversationQuestion.conversation_id)
    shared = col(ConversationQuestion.shared_with_family) & col(ConversationQuestion.audience).in_(_FOR_FAMILY)
    of_family = or_(attends_as_guardian(viewer, here, student_of(viewer, here)), attends_as_student(viewer, here))
    return or_(reads_as_team(viewer, here) & of_visible_conversation(viewer, here), shared & of_family)


CONVERSATION_QUESTION = Document(ConversationQuestionRead, ConversationQuestion, visible=_sees_question)
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
