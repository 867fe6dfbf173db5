"""How conversations go out: one document and one list, for everybody who may see them."""

from typing import Any
from uuid import UUID

from pydantic import AwareDatetime
from sqlalchemy import Boolean, ColumnElement, String, and_, case, func, literal_column, null, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from domain.conversations.facts import Status
from domain.conversations.models.agreements import Agreement
from domain.conversations.models.conversations import (
    Conversation,
    ConversationRead,
    ConversationSummary,
    OfferedTime,
    OfferedTimeRead,
)
from domain.conversations.models.participants import Participant, ParticipantRead
from domain.conversations.queries.record import AGREEMENTS, agenda_of
from domain.conversations.queries.visibility import of_conversation, reads_as_team, sees_conversation
from domain.families.models import Guardian, Student
from domain.kernel.page import PageQuery
from domain.kernel.read import Computed, Document, Listing, Reading, another, once, there_is
from domain.kernel.text import Line
from domain.school.models import Interpreter, School, StaffMember

_NOTHING = literal_column("'[]'::jsonb", JSONB)


_PEOPLE: dict[type[Any], Any] = {
    StaffMember: Participant.staff_id,
    Guardian: Participant.guardian_id,
    Student: Participant.student_id,
    Interpreter: Participant.interpreter_id,
}


def _of_person(name: str) -> Computed:
    return lambda _: func.coalesce(*(getattr(table, name) for table in _PEOPLE))


def _own_answer(name: str) -> Computed:
    """Of another guardian, a guardian learns the name and nothing else."""
    return lambda _: case((once("is_open", Boolean), getattr(Participant, name)), else_=null())


def _is_open(reading: Reading) -> ColumnElement[bool]:
    theirs, team = col(Participant.guardian_id), reads_as_team(reading.viewer, col(Participant.conversation_id))
    return or_(team, theirs.is_(None), theirs == reading.viewer.guardian_id)


PARTICIPANTS = Document(
    ParticipantRead,
    Participant,
    beside={
        table: and_(col(table.school_id) == col(Participant.school_id), col(table.id) == person)
        for table, person in _PEOPLE.items()
    },
    once={"is_open": _is_open},
    computed={
        "given_name": _of_person("given_name"),
        "family_name": _of_person("family_name"),
        **{
            name: _own_answer(name)
            for name in ("guardian_id", "answer", "answered_at", "answer_reason", "entered_by_id", "chose_whatsapp")
        },
    },
)


def local_time(starts_at: Any) -> ColumnElement[str]:
    """A moment as people at the school read it; the school stands beside it."""
    return func.to_char(func.timezone(School.time_zone, starts_at), 'YYYY-MM-DD"T"HH24:MI:SS', type_=String)


_IS_CHOSEN = and_(
    col(Conversation.is_time_chosen),
    col(OfferedTime.starts_at) == col(Conversation.starts_at),
    col(OfferedTime.ends_at) == col(Conversation.ends_at),
)
OFFERED_TIMES = Document(
    OfferedTimeRead,
    OfferedTime,
    computed={"local_start": lambda _: local_time(col(OfferedTime.starts_at)), "is_chosen": lambda _: _IS_CHOSEN},
)


def _for_team(column: Any, otherwise: Any) -> Computed:
    return lambda _: case((once("is_team", Boolean), column), else_=otherwise)


def _warnings(reading: Reading) -> Any:
    """They may tell of the other parent, so families do not see them."""
    warnings = col(Conversation.warnings)
    said = warnings if reading.language is None else func.localized(warnings, reading.language, type_=JSONB)
    return _for_team(said, _NOTHING)(reading)


def _open_agreements(reading: Reading) -> ColumnElement[Any]:
    earlier = another(Conversation)
    made_before = (
        earlier.c.school_id == col(Agreement.school_id),
        earlier.c.id == col(Agreement.conversation_id),
        earlier.c.starts_at < col(Conversation.starts_at),
    )
    return AGREEMENTS.nested(
        reading,
        and_(
            col(Agreement.school_id) == col(Conversation.school_id),
            col(Agreement.student_id) == col(Conversation.student_id),
            col(Agreement.conversation_id) != col(Conversation.id),
            col(Agreement.done_at).is_(None),
            there_is(earlier, *made_before),
        ),
        col(Agreement.id),
    )


_SUMMARY: dict[str, Computed] = {
    "local_start": lambda _: local_time(col(Conversation.starts_at)),
    "time_zone": lambda _: col(School.time_zone),
    "home_visit_consent": _for_team(col(Conversation.home_visit_consent), null()),
    "informed_otherwise": _for_team(col(Conversation.informed_otherwise), _NOTHING),
    "participants": lambda reading: PARTICIPANTS.nested(reading, of_conversation(Participant), col(Participant.id)),
}

_AROUND: dict[str, Any] = {
    "beside": {School: col(School.school_id) == col(Conversation.school_id)},
    "once": {"is_team": lambda reading: reads_as_team(reading.viewer, col(Conversation.id))},
}

CONVERSATION = Document(
    ConversationRead,
    Conversation,
    visible=sees_conversation,
    **_AROUND,
    computed={
        **_SUMMARY,
        "offered_times": lambda reading: OFFERED_TIMES.nested(
            reading, of_conversation(OfferedTime), col(OfferedTime.starts_at), col(OfferedTime.id)
        ),
        "agenda": agenda_of,
        "open_agreements": _open_agreements,
        "warnings": _warnings,
    },
)


def _has_participant(who: ColumnElement[bool]) -> ColumnElement[bool]:
    return there_is(Participant, of_conversation(Participant), who)


class ConversationQuery(PageQuery):
    """Which conversations."""

    student_id: UUID | None = None
    meeting_type: Line | None = None
    status: Status | None = None
    starts_at_gte: AwareDatetime | None = None
    starts_at_lt: AwareDatetime | None = None
    staff_id: UUID | None = None
    guardian_id: UUID | None = None


CONVERSATIONS = Listing(
    Document(ConversationSummary, Conversation, visible=sees_conversation, **_AROUND, computed=_SUMMARY),
    sorts={"starts_at": col(Conversation.starts_at)},
    filters={
        "staff_id": lambda given: _has_participant(col(Participant.staff_id) == given),
        "guardian_id": lambda given: _has_participant(col(Participant.guardian_id) == given),
    },
)
