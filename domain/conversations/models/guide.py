"""A guide to a conversation: all that goes on paper, for the team that holds it or for the family that comes to it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import SQLModel

from domain.catalogue.models.meeting_types import ConversationPhase
from domain.catalogue.models.words import Audience, Channel, Key
from domain.conversations.models.agenda import AgendaItemRead
from domain.conversations.models.agreements import AgreementRead
from domain.conversations.models.conversations import OfferedTimeRead
from domain.conversations.models.participants import ParticipantRead
from domain.kernel.text import Line, Text
from domain.school.models import InterpreterMode


class Edition(StrEnum):
    """For whom a guide is made."""

    TEAM = "team"
    FAMILY = "family"
    STUDENT = "student"


class GuideQuestion(SQLModel):
    """A question as a guide has it."""

    id: UUID
    audience: Audience
    phase: Key
    text: Text
    plain: Text
    pictogram: Key


class GuideRead(SQLModel):
    """What a guide tells: the questions that the team chose, else those of the catalogue. It holds no
    notes, no warnings and nobody's answer to the invitation."""

    edition: Edition
    school: Line
    student: Line
    meeting_type: Key
    name: Text
    purpose: Text
    phases: list[ConversationPhase]
    is_time_chosen: bool
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    offered_times: list[OfferedTimeRead]
    channel: Channel
    room: Line | None
    place: Line | None
    interpreter_mode: InterpreterMode | None
    goal: Line | None
    strengths: list[Line]
    briefing: str | None
    participants: list[ParticipantRead]
    agenda: list[AgendaItemRead]
    open_agreements: list[AgreementRead]
    questions: list[GuideQuestion]
    chosen: list[GuideQuestion]
