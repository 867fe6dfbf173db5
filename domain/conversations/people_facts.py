"""What the rules know of those who take part, or could: plain data."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.catalogue.models.words import ParticipantRole
from domain.school.models.words import Level


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
