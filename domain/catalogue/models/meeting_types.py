"""Meeting types: forms of conversation, each with its why, season, duration, people, flow and pitfalls (R39)."""

from typing import Any, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Computed, Index, Integer
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.catalogue.models.words import (
    AgendaSetBy,
    Channel,
    HostMoment,
    Key,
    LibraryRow,
    ParticipantRole,
    Presence,
    Tags,
)
from domain.kernel.row import WORD, Fields, RowRead
from domain.kernel.text import TEXT, Text
from domain.school.models import Level


class Season(Fields):
    """When in the year. Weeks count from the start of the school year, or of the student; null is any time."""

    text: Text
    first_week: int | None = Field(ge=1, le=52)
    last_week: int | None = Field(ge=1, le=52)
    source: Tags


class Duration(Fields):
    """How long, in minutes; an interpreter adds the buffer."""

    min_minutes: int = Field(ge=5, le=480)
    default_minutes: int = Field(ge=5, le=480)
    max_minutes: int = Field(ge=5, le=480)
    interpreter_buffer_minutes: int = Field(ge=0, le=120)
    source: Tags

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.min_minutes <= self.default_minutes <= self.max_minutes:
            raise PydanticCustomError("duration_order", "The shortest, usual and longest duration must rise.")
        return self


class ChannelOption(Fields):
    """A channel that suits this form; the first of them is the usual one."""

    channel: Channel
    note: Text | None
    source: Tags


class ParticipantOption(Fields):
    """Somebody who takes part, or may."""

    role: ParticipantRole
    presence: Presence
    note: Text | None
    source: Tags


class AgendaNote(Fields):
    """How the agenda comes about."""

    text: Text
    source: Tags


class ConversationPhase(Fields):
    """A part of the conversation, in order."""

    key: Key
    name: Text
    guidance: Text
    source: Tags


class Pitfall(Fields):
    """What goes wrong easily."""

    key: Key
    text: Text
    source: Tags


class MeetingTypeFields(Fields):
    """A form of conversation between school and families."""

    key: Key = Field(schema_extra={"examples": ["start-conversation"]})
    name: Text = Field(sa_type=TEXT)
    purpose: Text = Field(sa_type=TEXT)
    why: Text = Field(sa_type=TEXT)
    levels: list[Level] = Field(sa_type=JSONB, min_length=1)
    season: Season = Field(sa_type=JSONB)
    duration: Duration = Field(sa_type=JSONB)
    channels: list[ChannelOption] = Field(sa_type=JSONB, min_length=1)
    participants: list[ParticipantOption] = Field(sa_type=JSONB, min_length=2)
    agenda_set_by: AgendaSetBy = Field(sa_type=WORD)
    agenda_note: AgendaNote = Field(sa_type=JSONB)
    host_moments: list[HostMoment] = Field(sa_type=JSONB, description="Moments inside which it takes place.")
    phases: list[ConversationPhase] = Field(sa_type=JSONB, min_length=3, max_length=7)
    pitfalls: list[Pitfall] = Field(sa_type=JSONB, min_length=1)
    source: Tags = Field(sa_type=JSONB)


def _of_duration(name: str) -> Any:
    """A number of the duration as a column of its own, which the database keeps the same."""
    computed = Computed(f"((duration ->> '{name}'::text))::integer", persisted=True)
    return Field(default=None, sa_type=Integer, sa_column_args=[computed])


class MeetingType(LibraryRow, MeetingTypeFields, table=True):
    __tablename__ = "meeting_types"
    __table_args__ = (
        Index(None, "school_id", "key", unique=True),
        CheckConstraint("min_minutes <= default_minutes AND default_minutes <= max_minutes", name="minutes_rise"),
        {"info": {"tenancy": "shared"}},
    )

    min_minutes: int = _of_duration("min_minutes")
    default_minutes: int = _of_duration("default_minutes")
    max_minutes: int = _of_duration("max_minutes")
    interpreter_buffer_minutes: int = _of_duration("interpreter_buffer_minutes")


class MeetingTypeRead(RowRead, MeetingTypeFields):
    """A form of conversation as it goes out."""
