"""The people who work in a school."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.contact import Email, Phone
from domain.kernel.row import WORD, Fields, Row, RowRead
from domain.kernel.text import LanguageTag, Line
from domain.school.models.identifiers import ExternalIds, SourcedId
from domain.school.models.words import Weekday


class StaffFunction(StrEnum):
    """What somebody does in the school."""

    TEACHER = "teacher"
    CARE_COORDINATOR = "care_coordinator"
    HEAD = "head"
    BRIDGE_WORKER = "bridge_worker"
    SECRETARY = "secretary"
    OTHER = "other"


class StaffMemberFields(Fields):
    """Somebody who works in the school."""

    given_name: Line
    family_name: Line
    function: StaffFunction = Field(StaffFunction.TEACHER, sa_type=WORD)
    email: Email | None = None
    phone: Phone | None = None
    teaching_days: list[Weekday] = Field(
        ["monday", "tuesday", "wednesday", "thursday", "friday"], sa_type=JSONB, description="Days of being there."
    )
    languages: list[LanguageTag] = Field(["nl"], sa_type=JSONB)
    external_ids: ExternalIds = Field(default=[], sa_type=JSONB, max_length=20)


class StaffMember(Row, StaffMemberFields, table=True):
    __tablename__ = "staff_members"
    __table_args__ = (
        Index(None, "school_id", "family_name", "id"),
        Index(None, "school_id", "sourced_id", unique=True),
    )

    sourced_id: SourcedId = None
    ended_on: date | None = None


class StaffMemberRead(RowRead, StaffMemberFields):
    """Somebody of the staff, as it goes out."""

    sourced_id: SourcedId = None
    ended_on: date | None = None
