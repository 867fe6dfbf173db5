"""The talks that are asked for: by whom, with whom, about whom."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime
from pydantic import Field as Described
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.catalogue.models.words import ParticipantRole
from domain.conferences.models.words import Need, TalkChannel
from domain.kernel.row import MOMENT, WORD, Fields, Row, reference
from domain.kernel.text import LanguageTag, Line

MOST_TOPICS = 6


class TalkFields(Fields):
    """What a talk of a round is like, whoever asks for it."""

    need: Need = Field(Need.WANTED, sa_type=WORD)
    rank: int = Field(1, ge=1, le=9, description="Of this family's talks; 1 matters most.")
    minutes: int | None = Field(None, ge=5, le=180, description="Null: as the round says.")
    channel: TalkChannel | None = Field(None, sa_type=WORD, description="Null: as the family says.")
    interpreter_language: LanguageTag | None = Field(None, description="Null: as the family says.")
    with_student: bool = Field(default=False, description="The student comes along.")
    topics: list[Line] = Field(default=[], sa_type=JSONB, max_length=MOST_TOPICS, description="What to talk about.")
    pinned_at: AwareDatetime | None = Field(
        None, sa_type=MOMENT, description="Agreed beforehand; the planner keeps it."
    )


class RequestFields(TalkFields):
    """A talk that is asked for."""

    family_ids: list[UUID] = Described(min_length=1, max_length=2, description="Two: separated parents together.")
    student_ids: list[UUID] = Described(min_length=1, max_length=8, description="Several siblings in one talk.")
    staff_ids: list[UUID] = Described(min_length=1, max_length=5, description="The first one's room is used.")
    with_other_household: bool = Described(
        default=False, description="For a family: together with the child's other household, when that says yes."
    )


class TalkRequest(Row, TalkFields, table=True):
    __tablename__ = "conference_requests"
    __table_args__ = (Index(None, "school_id", "round_id"),)

    round_id: UUID = reference("conference_rounds", cascade=True)
    brought_by: ParticipantRole = Field(sa_type=WORD)
    created_by_staff_id: UUID | None = reference("staff_members", default=None)
    created_by_guardian_id: UUID | None = None
    """Who it was, also when that guardian is gone."""
    staff_need: Need | None = Field(default=None, sa_type=WORD)
    """What the staff said; `need` is the higher of this and the family's own wish."""
    wanted_by_family: bool = False
    with_other_household: bool = False
    """A family asked for it, whether or not there is another household that can be asked."""
    withdrawn_at: datetime | None = Field(default=None, sa_type=MOMENT)


class RequestParty(Row, table=True):
    """One family, student or member of the staff of a talk that is asked for."""

    __tablename__ = "conference_request_parties"
    __table_args__ = (
        CheckConstraint("num_nonnulls(family_id, student_id, staff_id) = 1", name="one_party"),
        Index("conference_parties_family", "school_id", "request_id", "family_id", unique=True),
        Index("conference_parties_student", "school_id", "request_id", "student_id", unique=True),
        Index("conference_parties_staff", "school_id", "request_id", "staff_id", unique=True),
        Index(None, "school_id", "family_id"),
        Index(None, "school_id", "student_id"),
        Index(None, "school_id", "staff_id"),
    )

    request_id: UUID = reference("conference_requests", cascade=True)
    family_id: UUID | None = reference("conference_families", default=None, cascade=True)
    student_id: UUID | None = reference("students", default=None, cascade=True)
    staff_id: UUID | None = reference("staff_members", default=None)
    position: int = Field(0, description="The staff's order matters: the first one's room is used.")
    awaits_yes: bool = False
    """Of a family: the other one asked it along. Until it says yes it has no part in the talk."""
