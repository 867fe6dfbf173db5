"""All that timetables are made of, as one statement reads it for one reader, in one language."""

from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import SQLModel

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conferences.models.places import Walk
from domain.conferences.models.windows import Window
from domain.conferences.models.words import RoundStatus
from domain.conversations.facts import Status
from domain.school.models.words import Weekday

Said = str | dict[str, str]
"""A text in the reader's language, or in all of them."""


class SessionFacts(SQLModel):
    """An evening or an afternoon."""

    id: UUID
    starts_at: datetime
    ends_at: datetime


class RoomFacts(SQLModel):
    """A room, in a building or in none that is named."""

    id: UUID
    name: str
    location_id: UUID | None
    location: str | None


class LocationFacts(SQLModel):
    """A building, and the minutes to others."""

    id: UUID
    walks: list[Walk]


class PersonFacts(SQLModel):
    """Somebody who takes part in a talk."""

    role: ParticipantRole
    person_id: UUID | None
    given_name: str
    family_name: str

    @property
    def name(self) -> str:
        """As one writes it in full."""
        return f"{self.given_name} {self.family_name}".strip()


class StudentFacts(SQLModel):
    """A child that a talk is about."""

    id: UUID
    given_name: str
    family_name: str
    school_class: str | None


class TalkFacts(SQLModel):
    """A talk of the published round. Who may not read whom it is with gets its time and nothing else."""

    conversation_id: UUID
    session_id: UUID
    version: int
    updated_at: datetime
    starts_at: datetime
    ends_at: datetime
    status: Status
    channel: Channel
    room_id: UUID | None
    is_named: bool
    students: list[StudentFacts]
    people: list[PersonFacts]
    topics: list[str]
    interpreter_language: str | None
    checked_in_at: datetime | None
    late_minutes: int

    @property
    def expected_at(self) -> datetime | None:
        """Later than it was said; None when on time, or when nobody waits for it any more."""
        return self.starts_at + timedelta(minutes=self.late_minutes) if self.late_minutes else None

    @property
    def takes_place(self) -> bool:
        """It was not called off."""
        return self.status != Status.CANCELLED


class PlaceFacts(SQLModel):
    """In which room somebody sits in a session."""

    session_id: UUID
    room_id: UUID


class StaffFacts(SQLModel):
    """Somebody of the staff: when there, and with which talks; `taken` are the numbers of claimed cells."""

    id: UUID
    given_name: str
    family_name: str
    teaching_days: list[Weekday]
    available: list[Window] | None
    breaks: list[Window]
    places: list[PlaceFacts]
    taken: list[int]
    talks: list[TalkFacts]

    @property
    def name(self) -> str:
        """As one writes it in full."""
        return f"{self.given_name} {self.family_name}"


class FamilyFacts(SQLModel):
    """A family, with its own talks only."""

    id: UUID
    extra_walking_minutes: int
    talks: list[TalkFacts]


class RoundFacts(SQLModel):
    """A round, where it takes place, and the timetables that were asked for."""

    id: UUID
    for_office: bool
    name: Said
    status: RoundStatus
    form: Said
    school: str
    phone: str | None
    email: str | None
    time_zone: str
    grid_minutes: int
    talk_minutes: int
    room_change_minutes: int
    channel_change_minutes: int
    sessions: list[SessionFacts]
    rooms: list[RoomFacts]
    locations: list[LocationFacts]
    staff: list[StaffFacts]
    families: list[FamilyFacts]

    @cached_property
    def zone(self) -> ZoneInfo:
        """In which people read the times."""
        return ZoneInfo(self.time_zone)

    @cached_property
    def room(self) -> dict[UUID, RoomFacts]:
        """Rooms by their id."""
        return {one.id: one for one in self.rooms}

    def local(self, moment: datetime) -> str:
        """The time as people at the school have it, such as `2026-11-17T16:00:00`."""
        return moment.astimezone(self.zone).replace(tzinfo=None).isoformat(timespec="seconds")
