"""The guardians of a student, with what keeps them away and what they have of their own."""

from datetime import timedelta

from sqlalchemy import ColumnElement, DateTime, String, Uuid, bindparam, literal, or_
from sqlmodel import col

from domain.conversations.facts import Status
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.guarding import Guarding, Limit
from domain.conversations.models.participants import Participant
from domain.families.models.guardianships import Guardianship
from domain.families.models.restrictions import Restriction
from domain.kernel.principal import today
from domain.kernel.read import Document, Reading, another, there_is

SAME_OCCASION = timedelta(days=60)
"""Two conversations of one kind within this time serve one purpose: each parent may have their own (R17)."""


_FROM, _TO = bindparam("from_at", type_=DateTime(timezone=True)), bindparam("to_at", type_=DateTime(timezone=True))
MEETING_TYPE, _THIS = bindparam("meeting_type", type_=String), bindparam("conversation_id", type_=Uuid)


def _has_own_conversation(_: Reading) -> ColumnElement[bool]:
    other, theirs = another(Conversation), another(Participant)
    with_them = (
        theirs.c.school_id == other.c.school_id,
        theirs.c.conversation_id == other.c.id,
        theirs.c.guardian_id == col(Guardianship.guardian_id),
    )
    return there_is(
        other,
        other.c.school_id == col(Guardianship.school_id),
        other.c.student_id == col(Guardianship.student_id),
        other.c.meeting_type == MEETING_TYPE,
        other.c.id != _THIS,
        other.c.status.not_in([literal(gone) for gone in (Status.CANCELLED, Status.NO_SHOW)]),
        other.c.starts_at.between(_FROM - SAME_OCCASION, _TO + SAME_OCCASION),
        there_is(theirs, *with_them),
    )


_LIMITS = Document(Limit, Restriction)
GUARDING = Document(
    Guarding,
    Guardianship,
    visible=lambda _: or_(col(Guardianship.ended_on).is_(None), col(Guardianship.ended_on) > today),
    computed={
        "has_own_conversation": _has_own_conversation,
        "restrictions": lambda reading: _LIMITS.nested(
            reading,
            (col(Restriction.school_id) == col(Guardianship.school_id))
            & (col(Restriction.student_id) == col(Guardianship.student_id))
            & (col(Restriction.guardian_id) == col(Guardianship.guardian_id)),
        ),
    },
)
