"""A round of parent-teacher conferences."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import AwareDatetime, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.conferences.models.places import ConferenceSessionRead
from domain.conferences.models.words import RoundMode, RoundStatus, StudentPart
from domain.conversations.models.conversations import WarningRead
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import TEXT, Line, Paragraph, Text
from domain.school.models.words import Level

GRIDS = [5, 10, 15]
"""Minutes; claims are cells of five (R16)."""
MAYBE_TEXT: Any = JSONB(none_as_null=True)


class BookingRules(Fields):
    """When families may choose open slots by themselves, and how many."""

    opens_at: AwareDatetime | None = Field(None, description="Null: as soon as the schedule is published.")
    closes_at: AwareDatetime | None = Field(None, description="Null: until a talk begins.")
    invited_first_until: AwareDatetime | None = Field(
        None, description="Until then only families that a teacher asked for may book."
    )
    most_per_family: int | None = Field(None, ge=1, le=40)
    most_per_student: int | None = Field(None, ge=1, le=40)
    most_unasked_per_family: int | None = Field(None, ge=0, le=40, description="Of talks that no teacher asked for.")
    offer_minutes: int = Field(120, ge=10, le=2880, description="How long a freed slot is kept for who waits for it.")


class RoundFields(Fields):
    """What a school decides about a round of conferences."""

    name: Text = Field(sa_type=TEXT, schema_extra={"examples": [{"nl": "Oudercontact herfst"}]})
    level: Level = Field(sa_type=WORD)
    meeting_type: Line = Field(
        "parent-teacher-conference", description="Key of a meeting type; a hard subject never fits a round (R31)."
    )
    mode: RoundMode = Field(RoundMode.AVAILABILITY_FIRST, sa_type=WORD)
    grid_minutes: int = Field(5, description="Talks start on it.", schema_extra={"json_schema_extra": {"enum": GRIDS}})
    talk_minutes: int = Field(10, ge=5, le=120)
    interpreted_talk_minutes: int = Field(15, ge=5, le=180, description="Of the same talk with an interpreter (R22).")
    room_change_minutes: int = Field(5, ge=0, le=60, description="Between two rooms of one location.")
    channel_change_minutes: int = Field(15, ge=0, le=120, description="Between a talk at school and one from home.")
    answer_by: AwareDatetime | None = Field(
        None, sa_type=MOMENT, description="By when families say when they can; a later answer is welcome too."
    )
    coupled_to_report: bool = Field(
        default=False,
        description="On the day of the report; better loose from it, so that it is about the child (R12).",
    )
    informal_part: Text | None = Field(
        default=None, sa_type=MAYBE_TEXT, description="Such as a parents' bar or a show by the students (R13)."
    )
    student_part: StudentPart = Field(StudentPart.NOT_INVITED, sa_type=WORD)
    student_briefing: Paragraph | None = Field(
        None, description="What invited students are told: what it is for, what is and is not discussed (R14)."
    )
    booking: BookingRules = Field(BookingRules.model_validate({}), sa_type=JSONB)

    @model_validator(mode="after")
    def _lies_on_a_grid(self) -> Self:
        if self.grid_minutes not in GRIDS:
            raise PydanticCustomError("not_on_grid", "Talks start every {grids} minutes.", {"grids": str(GRIDS)})
        return self


class ConferenceRound(Row, RoundFields, table=True):
    __tablename__ = "conference_rounds"
    __table_args__ = (Index(None, "school_id", "created_at"),)

    status: RoundStatus = Field(RoundStatus.DRAFT, sa_type=WORD)
    booking: dict[str, Any] = Field(default={}, sa_type=JSONB)  # type: ignore[assignment]  # as columns keep it
    published_at: datetime | None = Field(default=None, sa_type=MOMENT)
    closed_at: datetime | None = Field(default=None, sa_type=MOMENT)
    warnings: list[dict[str, Any]] = Field(default=[], sa_type=JSONB)
    created_by_id: UUID | None = reference("staff_members", default=None)


class RoundCounts(SQLModel):
    """How far a round is."""

    families_not_asked: int
    families_asked: int
    families_answered: int
    families_unreached: int
    requests: int
    talks_placed: int


class ConferenceRoundRead(RowRead, RoundFields):
    """A round as it goes out."""

    status: RoundStatus
    published_at: datetime | None
    closed_at: datetime | None
    created_by_id: UUID | None
    time_zone: str
    sessions: list[ConferenceSessionRead]
    warnings: list[WarningRead] = Field(description="For the team only.")
    counts: RoundCounts | None = Field(description="For the team only.")
