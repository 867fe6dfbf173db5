"""The families of a round: a household, or a guardian who lives in none that the school knows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.conferences.models.windows import MOST_WINDOWS, Window
from domain.conferences.models.words import Alternative, FamilyStatus, TalkChannel, Via
from domain.kernel.row import MOMENT, WORD, Fields, Row, reference
from domain.kernel.text import LanguageTag


class AvailabilityFields(Fields):
    """When a family can, and what helps it. It is asked first; the schedule follows."""

    available: list[Window] = Field(sa_type=JSONB, max_length=MOST_WINDOWS)
    preferred: list[Window] = Field(default=[], sa_type=JSONB, max_length=MOST_WINDOWS)
    most_sessions: int | None = Field(None, ge=1, le=20, description="At most so many evenings.")
    extra_walking_minutes: int = Field(0, ge=0, le=60, description="Who walks slowly, or comes with small children.")
    channel: TalkChannel = Field(TalkChannel.IN_PERSON, sa_type=WORD)
    interpreter_language: LanguageTag | None = Field(None, description="The school pays and arranges it (R22).")


class ConferenceFamily(Row, AvailabilityFields, table=True):
    __tablename__ = "conference_families"
    __table_args__ = (
        Index("conference_families_household", "school_id", "round_id", "household_id", unique=True),
        Index("conference_families_guardian", "school_id", "round_id", "guardian_id", unique=True),
        Index("conference_families_link", "school_id", "link_hash", unique=True),
        CheckConstraint("num_nonnulls(household_id, guardian_id) = 1", name="one_family"),
    )

    round_id: UUID = reference("conference_rounds", cascade=True)
    household_id: UUID | None = reference("households", default=None, cascade=True)
    guardian_id: UUID | None = reference("guardians", default=None, cascade=True)
    status: FamilyStatus = Field(FamilyStatus.NOT_ASKED, sa_type=WORD)
    answered_at: datetime | None = Field(default=None, sa_type=MOMENT)
    entered_via: Via | None = Field(default=None, sa_type=WORD)
    entered_by_staff_id: UUID | None = reference("staff_members", default=None)
    entered_by_guardian_id: UUID | None = None
    """Who it was, also when that guardian is gone."""
    attempts: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    """Other ways in which the school tried to reach the family (R10): `channel`, `reached`, `at`."""
    alternative: Alternative | None = Field(default=None, sa_type=WORD)
    link_hash: str | None = None
    """SHA-256 of a one-time link's secret; the secret itself is never kept."""
    link_expires_at: datetime | None = Field(default=None, sa_type=MOMENT)
