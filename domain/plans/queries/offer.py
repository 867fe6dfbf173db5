"""The plan of an earlier year, offered to start a conversation from."""

from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col

from domain.conversations.models import Conversation
from domain.conversations.queries.visibility import sees_conversation
from domain.kernel.read import Document, Reading, looked_up
from domain.plans.models.offer import PlanOffer
from domain.plans.models.plans import CommunicationPlan
from domain.plans.queries.parts import FIRST
from domain.plans.queries.plans import PLANS, plan_ends_on
from domain.school.models.years import AcademicSession

_starts_on = looked_up(
    AcademicSession.starts_on,
    col(AcademicSession.school_id) == col(Conversation.school_id),
    col(AcademicSession.id) == col(Conversation.academic_session_id),
)
_same_student = (col(CommunicationPlan.school_id) == col(Conversation.school_id)) & (
    col(CommunicationPlan.student_id) == col(Conversation.student_id)
)
_same_year = col(CommunicationPlan.academic_session_id) == col(Conversation.academic_session_id)


def _first(reading: Reading, which: ColumnElement[bool]) -> ColumnElement[Any]:
    """The latest of these plans of the student."""
    return PLANS.nested(reading, _same_student & which, plan_ends_on.desc()).op("->")(FIRST)


OFFER = Document(
    PlanOffer,
    Conversation,
    visible=sees_conversation,
    computed={
        "conversation_id": lambda _: col(Conversation.id),
        "earlier": lambda reading: _first(reading, plan_ends_on <= _starts_on),
        "present": lambda reading: _first(reading, _same_year),
    },
)
