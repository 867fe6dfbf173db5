"""The guide to a conversation, read in one statement: the conversation, its form, and the questions of its level."""

from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, func, literal
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.catalogue.models import MeetingType, Question
from domain.catalogue.queries import in_view
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.guide import Edition, GuideQuestion, GuideRead
from domain.conversations.models.questions import ConversationQuestion
from domain.conversations.queries.conversations import CONVERSATION
from domain.conversations.queries.questions import sees_question
from domain.conversations.queries.visibility import (
    attends_as_student,
    of_conversation,
    reads_as_team,
    sees_conversation,
)
from domain.families.models import Student
from domain.kernel.read import Computed, Document, Reading
from domain.kernel.row import PLATFORM
from domain.kernel.text import picked
from domain.school.models import Room, School


def _edition(reading: Reading) -> ColumnElement[str]:
    here = col(Conversation.id)
    return case(
        (reads_as_team(reading.viewer, here), literal(Edition.TEAM, String)),
        (attends_as_student(reading.viewer, here), literal(Edition.STUDENT, String)),
        else_=literal(Edition.FAMILY, String),
    )


def _text(column: Any) -> Computed:
    return lambda reading: column if reading.language is None else picked(column, reading.language)


def _phases(reading: Reading) -> Any:
    phases = col(MeetingType.phases)
    return phases if reading.language is None else func.localized(phases, reading.language, type_=JSONB)


def _questions(reading: Reading) -> ColumnElement[Any]:
    """Those that the school has for this form and the student's level, in their order."""
    fitting = and_(
        col(Question.meeting_type) == col(Conversation.meeting_type),
        col(Question.levels).bool_op("?")(col(Student.level)),
    )
    questions = Document(GuideQuestion, Question, visible=in_view(Question))
    return questions.nested(reading, fitting, col(Question.position), col(Question.id))


def _chosen(reading: Reading) -> ColumnElement[Any]:
    """Those that the team took into this conversation, as far as the reader sees them."""
    chosen = Document(GuideQuestion, ConversationQuestion, visible=sees_question)
    order = (col(ConversationQuestion.position), col(ConversationQuestion.id))
    return chosen.nested(reading, of_conversation(ConversationQuestion), *order)


_ROOM = and_(col(Room.school_id) == col(Conversation.school_id), col(Room.id) == col(Conversation.room_id))
_STUDENT = and_(col(Student.school_id) == col(Conversation.school_id), col(Student.id) == col(Conversation.student_id))
_FORM = and_(col(MeetingType.school_id) == PLATFORM, col(MeetingType.key) == col(Conversation.meeting_type))

GUIDE = Document(
    GuideRead,
    Conversation,
    visible=sees_conversation,
    beside={
        School: col(School.school_id) == col(Conversation.school_id),
        Student: _STUDENT,
        Room: _ROOM,
        MeetingType: _FORM,
    },
    once=CONVERSATION.once,
    computed={
        **{name: CONVERSATION.computed[name] for name in GuideRead.model_fields if name in CONVERSATION.computed},
        "edition": _edition,
        "school": lambda _: col(School.name),
        "student": lambda _: func.concat(col(Student.given_name), " ", col(Student.family_name)),
        "name": _text(col(MeetingType.name)),
        "purpose": _text(col(MeetingType.purpose)),
        "phases": _phases,
        "room": lambda _: col(Room.name),
        "questions": _questions,
        "chosen": _chosen,
    },
)
