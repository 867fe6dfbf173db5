"""All that open times hang on, as PostgreSQL tells it in one statement. Times of claims are five-minute cells."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import Field as Described
from sqlmodel import SQLModel

from domain.conferences.models.rounds import BookingRules
from domain.conferences.models.words import Need, RoundMode, RoundStatus, TalkChannel
from domain.kernel.claims import cells_between
from domain.school.models.words import Level


class Span(SQLModel):
    """From a moment up to another."""

    starts_at: datetime
    ends_at: datetime

    @property
    def cells(self) -> range:
        """All cells that it touches."""
        return cells_between(self.starts_at, self.ends_at)

    def holds(self, other: "Span") -> bool:
        return self.starts_at <= other.starts_at and other.ends_at <= self.ends_at


class SessionFacts(Span):
    """An evening, and the school year that it falls in."""

    id: UUID
    academic_session_id: UUID | None


class RoundFacts(SQLModel):
    """What the school decided."""

    id: UUID
    status: RoundStatus
    mode: RoundMode
    level: Level
    meeting_type: str
    grid_minutes: int
    talk_minutes: int
    interpreted_talk_minutes: int
    room_change_minutes: int
    channel_change_minutes: int
    student_briefing: str | None
    booking: BookingRules
    time_zone: str
    interpreter_buffer_minutes: int = Described(description="What the meeting type asks for an interpreter.")
    sessions: list[SessionFacts]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class Place(SQLModel):
    """A room in one session."""

    session_id: UUID
    room_id: UUID


class StaffFacts(SQLModel):
    """Somebody of the staff, in this round."""

    staff_id: UUID
    available: list[Span] | None
    breaks: list[Span]
    longest_run_minutes: int
    shortest_break_minutes: int
    places: list[Place]
    teaching_days: list[str]
    taken: set[int]
    students: set[UUID] = Described(description="Those of the families at hand whom this person teaches.")
    teaches_nobody: bool = Described(description="Care, head and the like: for every family.")

    def room_in(self, session_id: UUID) -> UUID | None:
        return next((place.room_id for place in self.places if place.session_id == session_id), None)


class RoomFacts(SQLModel):
    """A room of the round."""

    room_id: UUID
    location_id: UUID | None
    talks_at_once: int
    taken: set[int]


class Way(SQLModel):
    """Minutes on foot between two locations."""

    location_id: UUID
    other_id: UUID
    minutes: int


class InterpreterFacts(SQLModel):
    """An interpreter of the round."""

    interpreter_id: UUID
    languages: list[str]
    available: list[Span]
    taken: set[int]


class TalkFacts(Span):
    """Another talk of a family in this round; it ends after the interpreter's time."""

    conversation_id: UUID
    staff_ids: list[UUID]
    student_ids: list[UUID]
    room_id: UUID | None
    channel: str
    is_unasked: bool


class AskedFacts(SQLModel):
    """A talk that was asked for and does not stand in the round yet."""

    id: UUID
    staff_ids: list[UUID]
    student_ids: list[UUID]
    by_staff: bool
    need: Need
    rank: int
    is_joint: bool
    minutes: int | None
    channel: str | None
    interpreter_language: str | None


class GuardianFacts(SQLModel):
    """A guardian of the family who may take part, for one student."""

    guardian_id: UUID
    student_id: UUID
    homes: list[UUID] = Described(description="Where the guardian lives; none known: empty.")
    sessions: list[UUID] = Described([], description="On whose day the guardian may take part.")
    student_agreed: bool = Described(False, description="The student said yes to parents who come.")


class FamilyFacts(SQLModel):
    """A family, with what stands already."""

    id: UUID
    members: set[UUID] = Described(description="All its guardians, whatever their rights.")
    guardians: list[GuardianFacts]
    elsewhere: list[GuardianFacts] = Described(description="Parents of the same students who are told otherwise.")
    available: list[Span]
    answered: bool
    most_sessions: int | None
    extra_walking_minutes: int
    channel: TalkChannel
    interpreter_language: str | None
    taken: set[int]
    kept_apart: list[Span] = Described(description="When somebody is there whom the school keeps apart from them.")
    talks: list[TalkFacts]
    asked: list[AskedFacts]

    @property
    def student_ids(self) -> list[UUID]:
        return list(dict.fromkeys(one.student_id for one in self.guardians))


class SlotFacts(SQLModel):
    """The round, the staff that is asked for, and the families at hand."""

    now: datetime
    round: RoundFacts
    staff: list[StaffFacts]
    rooms: list[RoomFacts]
    ways: list[Way]
    interpreters: list[InterpreterFacts]
    families: list[FamilyFacts]
    students_taken: dict[UUID, set[int]]
