"""What the school and its staff can offer to reach families and to be reached."""

from typing import Annotated, TypeVar
from uuid import UUID

from pydantic import AfterValidator
from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.row import Fields, Row, RowRead, reference
from domain.kernel.text import LanguageTag, Line
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.hours import WeeklyHours
from domain.school.models.words import InterpreterMode, Weekday

T = TypeVar("T")


def _each_once(ranked: list[T]) -> list[T]:
    """Naming something twice in a ranking says nothing more."""
    return list(dict.fromkeys(ranked))


Ranked = Annotated[list[ContactChannel], AfterValidator(_each_once)]


class CommunicationOptionsFields(Fields):
    """What the school, or one of its staff, can offer to reach and be reached; only what can be kept up all year."""

    staff_id: UUID | None = reference(
        "staff_members", cascade=True, default=None, description="Whose; null: of the school as a whole."
    )
    channels: Ranked = Field(sa_type=JSONB, min_length=1, schema_extra={"examples": [["talk", "phone", "platform"]]})
    answering_hours: list[WeeklyHours] = Field(default=[], sa_type=JSONB, max_length=30, description="No answer else.")
    answer_within_school_days: int = Field(2, ge=0, le=20, description="How long an answer usually takes.")
    languages: list[LanguageTag] = Field(["nl"], sa_type=JSONB, min_length=1, max_length=20)
    interpreter_modes: list[InterpreterMode] = Field(default=[], sa_type=JSONB, description="Empty: no interpreter.")
    urgent_route: Line | None = Field(None, schema_extra={"examples": ["Secretariaat, 02 555 01 00, 8 tot 16.30 uur"]})
    stand_in_id: UUID | None = reference("staff_members", default=None, description="Who answers in their place.")
    limits: list[Line] = Field(
        default=[],
        sa_type=JSONB,
        max_length=10,
        schema_extra={"examples": [["Geen privénummers", "Geen WhatsApp-groepen"]]},
    )


class CommunicationOptions(Row, CommunicationOptionsFields, table=True):
    __tablename__ = "communication_options"
    __table_args__ = (
        Index("communication_options_once", "school_id", "staff_id", unique=True, postgresql_nulls_not_distinct=True),
    )


class CommunicationOptionsRead(RowRead, CommunicationOptionsFields):
    """What school or staff offer, as it goes out."""

    teaching_days: list[Weekday] | None = Field(None, description="Of the staff member: days of being there.")
