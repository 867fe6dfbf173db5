"""How conversations go out: one document and one list, for everybody who may see them."""

from typing import Any
from uuid import UUID

from pydantic import AwareDatetime
from sqlalchemy import ColumnElement, String, and_, case, func, literal_column, null, or_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased
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
from domain.kernel.read import Computed, Document, Listing, Reading, looked_up
from domain.kernel.text import Line
from domain.school.models import Interpreter, School, StaffMember

_NOTHING = literal_column("'[]'::jsonb", JSONB)


def _name(column: str) -> Computed:
    people: dict[Any, Any] = {
        StaffMember: Participant.staff_id,
        Guardian: Participant.guardian_id,
        Student: Participant.student_id,
        Interpreter: Participant.interpreter_id,
    }

    def found(_: Reading) -> ColumnElement[Any]:
        return func.coalesce(
            *(
                looked_up(
                    getattr(table, column), col(table.school_id) == col(Participant.school_id), col(table.id) == key
                )
                for table, key in people.items()
            )
        )

    return found


def _own_answer(name: str) -> Computed:
    """Of another guardian, a guardian learns the name and nothing else."""
    column: ColumnElement[Any] = getattr(Participant, name)

    def shown(reading: Reading) -> ColumnElement[Any]:
        theirs = col(Participant.guardian_id)
        team = reads_as_team(reading.viewer, col(Participant.conversation_id))
        return case((or_(team, theirs.is_(None), theirs == reading.viewer.guardian_id), column), else_=null())

    return shown


PARTICIPANTS = Document(
    ParticipantRead,
    Participant,
    computed={
        "given_name": _name("given_name"),
        "family_name": _name("family_name"),
        **{
            name: _own_answer(name)
            for name in ("guardian_id", "answer", "answered_at", "answer_reason", "entered_by_id", "chose_whatsapp")
        },
    },
)

_TIME_ZONE = looked_up(School.time_zone, col(School.school_id) == col(Conversation.school_id))


def _local(starts_at: Any) -> ColumnElement[str]:
    return func.to_char(func.timezone(_TIME_ZONE, starts_at), 'YYYY-MM-DD"T"HH24:MI:SS', type_=String)


_IS_CHOSEN = and_(
    col(Conversation.is_time_chosen),
    col(OfferedTime.starts_at) == col(Conversation.starts_at),
    col(OfferedTime.ends_at) == col(Conversation.ends_at),
)
OFFERED_TIMES = Document(
    OfferedTimeRead,
    OfferedTime,
    computed={"local_start": lambda _: _local(col(OfferedTime.starts_at)), "is_chosen": lambda _: _IS_CHOSEN},
)


def _for_team(column: Any, otherwise: Any) -> Computed:
    return lambda reading: case((reads_as_team(reading.viewer, col(Conversation.id)), column), else_=otherwise)


def _warnings(reading: Reading) -> ColumnElement[Any]:
    """They may tell of the other parent, so families do not see them."""
    warnings = col(Conversation.warnings)
    said = warnings if reading.language is None else func.localized(warnings, reading.language, type_=JSONB)
    return _for_team(said, _NOTHING)(reading)


def _open_agreements(reading: Reading) -> ColumnElement[Any]:
    earlier = aliased(Conversation)
    when = looked_up(
        earlier.starts_at,
        col(earlier.school_id) == col(Agreement.school_id),
        col(earlier.id) == col(Agreement.conversation_id),
    )
    return AGREEMENTS.nested(
        reading,
        and_(
            col(Agreement.school_id) == col(Conversation.school_id),
            col(Agreement.student_id) == col(Conversation.student_id),
            col(Agreement.conversation_id) != col(Conversation.id),
            col(Agreement.done_at).is_(None),
            when < col(Conversation.starts_at),
        ),
        col(Agreement.id),
    )


_SUMMARY: dict[str, Computed] = {
    "local_start": lambda _: _local(col(Conversation.starts_at)),
    "time_zone": lambda _: _TIME_ZONE,
    "home_visit_consent": _for_team(col(Conversation.home_visit_consent), null()),
    "informed_otherwise": _for_team(col(Conversation.informed_otherwise), _NOTHING),
    "participants": lambda reading: PARTICIPANTS.nested(reading, of_conversation(Participant), col(Participant.id)),
}

CONVERSATION = Document(
    ConversationRead,
    Conversation,
    visible=sees_conversation,
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
    return (
        select(1)
        .select_from(Participant)
        .where(of_conversation(Participant), who)
        .correlate_except(Participant)
        .exists()
    )


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
    Document(ConversationSummary, Conversation, visible=sees_conversation, computed=_SUMMARY),
    sorts={"starts_at": col(Conversation.starts_at)},
    filters={
        "staff_id": lambda given: _has_participant(col(Participant.staff_id) == given),
        "guardian_id": lambda given: _has_participant(col(Participant.guardian_id) == given),
    },
)
