"""Timetables as they go out, each for its own reader."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conferences.models.timetables.facts import Said
from domain.conferences.models.words import RoundStatus
from domain.conversations.facts import Status

LOCAL = Field(description="In the school's time zone.", schema_extra={"examples": ["2026-11-17T16:00:00"]})


class Span(SQLModel):
    """A part of a session, half open."""

    session_id: UUID
    starts_at: datetime
    ends_at: datetime
    local_start: str = LOCAL
    local_end: str = LOCAL


class NamedStudent(SQLModel):
    """A child that a talk is about."""

    given_name: str
    family_name: str
    school_class: str | None


class Comer(SQLModel):
    """Somebody who takes part."""

    role: ParticipantRole
    given_name: str
    family_name: str


class Late(SQLModel):
    """When it is expected to begin after all."""

    expected_at: datetime | None = Field(description="When the teacher runs late; null when on time.")
    local_expected: str | None = Field(description="The same in the school's time zone.")


class TalkSpan(Span, Late):
    """When and where a talk takes place."""

    conversation_id: UUID
    status: Status
    channel: Channel
    room_id: UUID | None
    room: str | None
    location: str | None


class FamilyTalk(TalkSpan):
    """A talk, as the family has it."""

    students: list[NamedStudent]
    people: list[Comer] = Field(description="Who of the school comes, the interpreter too. Never another family.")
    interpreter_language: str | None
    walking_minutes: int | None = Field(description="To the next talk of that day; null after the last one.")
    is_checked_in: bool


class StaffTalk(TalkSpan):
    """A talk, as the teacher has it. Empty but for its time when it is not for this reader."""

    is_named: bool
    students: list[NamedStudent]
    people: list[Comer] = Field(description="Who comes.")
    topics: list[str] = Field(description="What somebody wants to talk about.")
    interpreter_language: str | None
    is_checked_in: bool


class EveningTalk(TalkSpan):
    """A talk in the overview of an evening: no topics. Students and families are named for who may know them."""

    is_named: bool
    students: list[NamedStudent]
    families: list[str] = Field(description="Family names of the parents who come.")
    interpreter_language: str | None
    is_checked_in: bool


class RoundRead(SQLModel):
    """What every timetable says of its round."""

    round_id: UUID
    name: Said
    status: RoundStatus
    school: str
    time_zone: str


class SessionRead(SQLModel):
    """An evening or an afternoon."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    local_start: str = LOCAL
    local_end: str = LOCAL


class FamilyTimetable(RoundRead):
    """The talks of one family, in order; nothing of any other family (R20)."""

    family_id: UUID
    phone: str | None = Field(description="Of the school: to call when you are late.")
    email: str | None
    talks: list[FamilyTalk]


class StaffTimetable(RoundRead):
    """The evenings of one teacher."""

    staff_id: UUID
    given_name: str
    family_name: str
    talks: list[StaffTalk]
    breaks: list[Span]
    free: list[Span] = Field(description="Long enough for a talk, and not taken by anything else.")


class DoorTime(Span, Late):
    """A time on a door: taken or free. The name of a family only when the office asked for it."""

    is_free: bool
    family: str | None


class DoorPerson(SQLModel):
    """Somebody who sits behind this door."""

    staff_id: UUID
    given_name: str
    family_name: str
    times: list[DoorTime]


class DoorTimetable(RoundRead):
    """What hangs on a door, for everybody to see."""

    room_id: UUID
    room: str
    location: str | None
    staff: list[DoorPerson]


class EveningPerson(SQLModel):
    """A row of the evening."""

    staff_id: UUID
    given_name: str
    family_name: str
    rooms: list[str]
    location: str | None = Field(description="Of the first room.")
    talks: list[EveningTalk]
    breaks: list[Span]
    free: list[Span]


class EveningTimetable(RoundRead):
    """Teachers by time."""

    sessions: list[SessionRead]
    staff: list[EveningPerson] = Field(description="By location, then by name.")
