"""The facts that the rules of a conversation decide on: plain data, so that rules need no database."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.catalogue.models.words import Channel, HostMoment, ParticipantRole
from domain.school.models.words import Level


class Form(StrEnum):
    """The keys of the meeting types that rules of their own speak of; other types are held to what they ask only."""

    START_CONVERSATION = "start-conversation"
    REVERSE_CONVERSATION = "reverse-conversation"
    CONSTRUCTIVE_CONVERSATION = "constructive-conversation"
    ENROLMENT_CONVERSATION = "enrolment-conversation"
    TALKING_TREE = "talking-tree"
    HOME_VISIT = "home-visit"


PROFESSIONALS = frozenset(
    {
        ParticipantRole.PUPIL_GUIDANCE_CENTRE,
        ParticipantRole.CARE_COORDINATOR,
        ParticipantRole.HEAD,
        ParticipantRole.COLLEAGUE,
        ParticipantRole.PARTNER,
    }
)
"""Who may only come after the family was told, with the reason (R23)."""


class Status(StrEnum):
    """The life of a conversation."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    RUNNING = "running"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


@dataclass(frozen=True)
class TypeFacts:
    """What a meeting type asks (from the catalogue)."""

    key: str
    levels: frozenset[str]
    min_minutes: int
    max_minutes: int
    interpreter_buffer_minutes: int
    channels: frozenset[str]
    required_roles: frozenset[str]
    agenda_set_by: str
    host_moments: frozenset[str] = frozenset()
    first_week: int | None = None
    last_week: int | None = None


@dataclass(frozen=True)
class Attendee:
    """Somebody who takes part."""

    role: ParticipantRole
    person_id: UUID | None = None
    born_on: date | None = None
    is_relative: bool = False
    """Of an interpreter: a relative or acquaintance of the family."""
    is_student: bool = False
    """Of an interpreter: a student of the school."""
    is_professional: bool = True
    reason: str | None = None
    """Why a professional comes, as the family is told."""
    announced_at: datetime | None = None
    acknowledged_at: datetime | None = None
    legal_authority: bool = True
    right_to_information: bool = True
    is_parent: bool = False
    """Mother, father or parent by the guardianship: keeps the right to information without authority too (R18)."""
    legal_parents_agreed_on: date | None = None
    may_attend: bool = True
    """False when a restriction of today says no attendance or no contact."""
    place: int | None = None
    """Which of the participants in the request, from 0; left out, the place among the attendees."""


@dataclass(frozen=True)
class AgendaPoint:
    """Something to talk about, and who brought it."""

    brought_by: ParticipantRole
    text: str
    added_at_status: Status = Status.PLANNED


@dataclass(frozen=True)
class StudentFacts:
    """The student the conversation is about."""

    student_id: UUID
    level: Level
    born_on: date | None = None
    arrived_on: date | None = None
    agreed_to_parents_access: bool = False
    """A student of age agreed that parents take part (R19)."""


@dataclass(frozen=True)
class GuardianFacts:
    """A guardian of the student, whether they take part or not."""

    guardian_id: UUID
    legal_authority: bool = True
    right_to_information: bool = True
    may_attend: bool = True
    chose_whatsapp: bool = False
    invited: bool = False
    """Takes part here, or has an invitation or a conversation of their own, or is informed otherwise (R17)."""


@dataclass(frozen=True)
class ConversationFacts:
    """A conversation as it is about to be proposed, changed or started."""

    type: TypeFacts
    student: StudentFacts
    starts_at: datetime
    ends_at: datetime
    local_date: date
    channel: Channel
    status: Status = Status.PROPOSED
    attendees: tuple[Attendee, ...] = ()
    guardians: tuple[GuardianFacts, ...] = ()
    agenda: tuple[AgendaPoint, ...] = ()
    briefing: str | None = None
    """What the student was told beforehand: what it is for, what is and is not discussed (R14)."""
    goal: str | None = None
    strengths: tuple[str, ...] = ()
    host_moment: HostMoment | None = None
    in_round: bool = False
    """Takes a slot of a conference round (R31)."""
    is_sensitive: bool = False
    """A hard subject: then an interpreter is a professional (R21)."""
    interpreter_buffer_minutes: int = 0
    """Minutes added for interpreting, apart from the talk itself (R22)."""
    home_visit_consent: bool = False
    """The family said yes to a visit at home and has not withdrawn it (R29)."""
    includes_papers: bool = False
    """Administrative papers are filled in at the same moment (R33)."""
    other_parent_informed: bool = False
    """The enrolment letter went to the legal parent who is not there (R33)."""
    school_year_starts_on: date | None = None
    busy_periods: tuple[str, ...] = field(default=())

    @property
    def minutes(self) -> int:
        """Minutes of talking, without the interpreter's buffer."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    def having(self, *roles: ParticipantRole) -> tuple[Attendee, ...]:
        """Who takes part in one of these roles."""
        return tuple(one for one in self.attendees if one.role in roles)


@dataclass(frozen=True)
class NoteFacts:
    """A note of the school on a conversation, as it is about to be kept."""

    type_key: str
    channel: Channel
    """Of the conversation."""
    written_on: date
    text: str
    written_by: ParticipantRole = ParticipantRole.TEACHER
    keywords: tuple[str, ...] = ()
    purpose: str | None = None
    """Why the school keeps it."""
    ends_on: date | None = None
    """The first day on which it is no longer kept."""
    visibility: str | None = None
    """Which circle may read it."""
    for_guidance_centre: bool = False
    """Written for the pupil guidance centre, which keeps a file of its own (R24)."""
