"""The conversation of a message as its guardian may know it: when, where, who else, and which times are offered."""

import json
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Uuid, bindparam, cast, func, select
from sqlmodel import col

from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.conversations import CONVERSATION, PARTICIPANTS
from domain.conversations.queries.guide import GUIDE
from domain.conversations.queries.visibility import of_conversation, sees_conversation
from domain.kernel.asking import ASKING, asked_by
from domain.kernel.read import Document, Reading
from domain.kernel.session import SchoolSession
from domain.messaging.models.link_reads import PersonThere, TalkSeen
from domain.messaging.models.messages import Message


def _is_mine(reading: Reading) -> ColumnElement[bool]:
    return func.coalesce(col(Participant.guardian_id) == reading.viewer.guardian_id, False)


_PEOPLE = Document(
    PersonThere,
    Participant,
    beside=PARTICIPANTS.beside,
    computed={
        **{name: PARTICIPANTS.computed[name] for name in ("given_name", "family_name")},
        "is_me": _is_mine,
    },
)


def _my_answer(reading: Reading) -> ColumnElement[Any]:
    found = select(col(Participant.answer)).where(of_conversation(Participant), _is_mine(reading))
    return found.correlate_except(Participant).order_by(col(Participant.id)).limit(1).scalar_subquery()


_TALK = Document(
    TalkSeen,
    Conversation,
    visible=sees_conversation,
    beside=GUIDE.beside,
    computed={
        **{name: GUIDE.computed[name] for name in ("room", "time_zone")},
        "form": GUIDE.computed["name"],
        "offered_times": CONVERSATION.computed["offered_times"],
        "my_answer": _my_answer,
        "people": lambda reading: _PEOPLE.nested(reading, of_conversation(Participant), col(Participant.id)),
    },
)


@cache
def _statement() -> Select[Any]:
    this = (
        col(Conversation.id) == bindparam("conversation_id", type_=Uuid),
        col(Conversation.student_id) == bindparam("student_id", type_=Uuid),
    )
    rows, document = _TALK.rows(Reading(ASKING, None), *this)
    return rows.add_columns(cast(document, String))


async def find_talk(session: SchoolSession, message: Message) -> TalkSeen | None:
    """With its texts in every language, or None when the guardian may not (or no longer) see it."""
    ids = {"conversation_id": message.resource_id, "student_id": message.student_id}
    body = await session.scalar(_statement(), {**asked_by(session.principal), **ids})
    return TalkSeen.model_validate(json.loads(body)) if body else None
