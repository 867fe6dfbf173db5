"""A conversation: what it is about, when and where; and the times that were offered for it."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import AwareDatetime, model_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import Channel, HostMoment, ParticipantRole
from domain.conversations.facts import Status
from domain.conversations.models.agenda import AgendaItemRead
from domain.conversations.models.agreements import AgreementRead
from domain.conversations.models.participants import ParticipantFields, ParticipantRead
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line, Paragraph, Text
from domain.school.models import InterpreterMode


class TimeFields(Fields):
    """A time for a conversation, half open. It starts on a multiple of five minutes (R16)."""

    starts_at: AwareDatetime = Field(sa_type=MOMENT, schema_extra={"examples": ["2026-09-15T16:00:00+02:00"]})
    ends_at: AwareDatetime = Field(
        sa_type=MOMENT,
        description="Of the talk itself; time for an interpreter is added apart.",
        schema_extra={"examples": ["2026-09-15T16:20:00+02:00"]},
    )


class OfferFields(TimeFields):
    """The time that is offered to the family, or the first of several from which it chooses."""

    other_times: list[TimeFields] = Described([], max_length=9, description="More times to choose from.")
    answer_by: AwareDatetime | None = Described(
        None, description="By when the team would like an answer; a later one is welcome too."
    )

    def times(self) -> list[TimeFields]:
        """All times offered, this one first."""
        return [TimeFields(starts_at=self.starts_at, ends_at=self.ends_at), *self.other_times]


class MoveFields(TimeFields):
    """Where a conversation moves to."""

    channel: Channel | None = Described(None, description="Another channel; left out, it stays the same.")


class HomeVisitConsent(Fields):
    """Who of the family said yes, and when. Nobody needs a reason to say no, or to change their mind."""

    given_by_id: UUID = Described(description="A guardian who takes part.")
    given_at: AwareDatetime
    asked_at: AwareDatetime | None = None


class ConversationFields(Fields):
    """What can be filled in and changed about a conversation until it has taken place."""

    channel: Channel = Field(Channel.IN_PERSON, sa_type=WORD)
    room_id: UUID | None = reference("rooms", default=None)
    place: Line | None = Field(
        None, description="Another place than the school, such as a library. Never a home address (R30)."
    )
    interpreter_mode: InterpreterMode | None = Field(None, sa_type=WORD)
    host_moment: HostMoment | None = Field(None, sa_type=WORD, description="Inside which moment a talking tree stands.")
    goal: Line | None = Field(None, description="In one neutral sentence; a constructive conversation needs it (R31).")
    strengths: list[Line] = Field(
        default=[], sa_type=JSONB, max_length=10, description="What goes well; a constructive conversation needs two."
    )
    briefing: Paragraph | None = Field(
        None, description="What the student is told beforehand: what it is for, what is and is not discussed (R14)."
    )
    is_sensitive: bool = Field(
        default=False, description="A hard subject: then an interpreter is a professional (R21)."
    )
    includes_papers: bool = Field(default=False, description="Papers are filled in at the same moment (R33).")
    student_agreed: bool = Field(default=False, description="A student of age agrees that the parents take part (R19).")
    home_visit_consent: HomeVisitConsent | None = Field(
        None, sa_type=JSONB, description="The family said yes to a visit at home; null takes it back (R29)."
    )
    informed_otherwise: list[UUID] = Field(
        default=[],
        sa_type=JSONB,
        max_length=10,
        description="Parents who do not take part and are told in another way (R17).",
    )

    @model_validator(mode="after")
    def _keeps_home_addresses_out(self) -> Self:
        if self.channel == Channel.HOME_VISIT and self.place:
            raise PydanticCustomError("no_home_address", "A home address does not belong here.")
        return self


class ProposalFields(ConversationFields, OfferFields):
    """A new conversation, offered to the family."""

    meeting_type: Line = Described(description="Key of a meeting type.", examples=["start-conversation"])
    student_id: UUID
    participants: list[ParticipantFields] = Described(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _is_about_one_student(self) -> Self:
        if any(one.role == ParticipantRole.STUDENT and one.student_id != self.student_id for one in self.participants):
            raise PydanticCustomError("one_student", "A conversation is about one student.")
        return self


class Conversation(Row, ConversationFields, table=True):
    __tablename__ = "conversations"
    __table_args__ = (
        Index(None, "school_id", "starts_at", "id"),
        Index(None, "school_id", "student_id", "starts_at"),
        CheckConstraint("starts_at < ends_at", name="ends_after_start"),
        CheckConstraint("channel <> 'home_visit' OR place IS NULL", name="no_home_address"),
    )

    meeting_type: str
    student_id: UUID = reference("students", cascade=True)
    academic_session_id: UUID | None = reference("academic_sessions", default=None)
    status: Status = Field(Status.PROPOSED, sa_type=WORD)
    starts_at: datetime = Field(sa_type=MOMENT)
    ends_at: datetime = Field(sa_type=MOMENT)
    interpreter_buffer_minutes: int = 0
    answer_by: datetime | None = Field(default=None, sa_type=MOMENT)
    cancelled_reason: str | None = None
    warnings: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    is_time_chosen: bool = False
    created_by_id: UUID | None = reference("staff_members", default=None)


class OfferedTime(Row, TimeFields, table=True):
    """A time that the family can choose."""

    __tablename__ = "conversation_proposals"
    __table_args__ = (Index(None, "school_id", "conversation_id"),)

    conversation_id: UUID = reference("conversations", cascade=True)


class OfferedTimeRead(SQLModel):
    """An offered time as it goes out."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    local_start: str = Field(
        description="In the school's time zone.", schema_extra={"examples": ["2026-09-15T16:00:00"]}
    )
    is_chosen: bool


class WarningRead(SQLModel):
    """A rule that this conversation does not follow, without being refused for it."""

    rule: str = Field(description="Its number, R01 to R40.")
    code: str
    pointer: str
    detail: Text


class ConversationSummary(RowRead, ConversationFields):
    """A conversation as it stands in a list."""

    meeting_type: str
    student_id: UUID
    academic_session_id: UUID | None
    status: Status
    starts_at: datetime = Field(description="While the family still chooses: the first of the offered times.")
    is_time_chosen: bool = Field(
        description="False while the family chooses from several times; then nothing is held yet."
    )
    ends_at: datetime = Field(description="Without the interpreter's time.")
    local_start: str = Field(
        description="In the school's time zone.", schema_extra={"examples": ["2026-09-15T16:00:00"]}
    )
    time_zone: str
    interpreter_buffer_minutes: int = Field(
        description="Added after the talk for interpreting; never shortens it (R22)."
    )
    answer_by: datetime | None
    cancelled_reason: str | None
    created_by_id: UUID | None
    participants: list[ParticipantRead]


class ConversationRead(ConversationSummary):
    """A conversation as it goes out."""

    offered_times: list[OfferedTimeRead]
    agenda: list[AgendaItemRead]
    open_agreements: list[AgreementRead] = Field(
        description="Of earlier conversations about this student; not done yet."
    )
    warnings: list[WarningRead] = Field(description="For the team only.")
