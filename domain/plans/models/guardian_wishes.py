"""What each guardian wishes."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.families.models.guardians import ReadingComfort
from domain.kernel.contact import Phone
from domain.kernel.row import WORD, Fields, Row, RowRead, reference
from domain.kernel.text import LanguageTag, Line
from domain.plans.models.contact_words import DigitalAccess, Frequency
from domain.plans.models.entered import Entered
from domain.plans.models.hours import WeeklyHours
from domain.plans.models.options import Ranked
from domain.school.models.interval import Interval
from domain.school.models.words import InterpreterMode


class OtherContact(Fields):
    """Somebody else who may be asked."""

    name: Line
    phone: Phone | None = None
    relation: Line | None = Field(None, schema_extra={"examples": ["aunt"]})


class GuardianWishesFields(Fields):
    """How a guardian wants it; each guardian has wishes of their own, which the other never sees (R17)."""

    guardian_id: UUID | None = Field(None, description="Whose, when the school writes; guardians write their own.")
    preferred_name: Line | None = None
    languages: list[LanguageTag] = Field(default=[], sa_type=JSONB, max_length=10, description="The best first.")
    reading_comfort: ReadingComfort = Field(ReadingComfort.READS_EASILY, sa_type=WORD)
    wants_interpreter: bool = False
    interpreter_mode: InterpreterMode | None = Field(None, sa_type=WORD, description="Null: whichever.")
    channels: Ranked = Field(sa_type=JSONB, min_length=1, description="How to reach me, the best first.")
    reachable_hours: list[WeeklyHours] = Field(default=[], sa_type=JSONB, max_length=30)
    urgent_phone: Phone | None = None
    other_contacts: list[OtherContact] = Field(default=[], sa_type=JSONB, max_length=5)
    topics_at_once: list[Line] = Field(default=[], sa_type=JSONB, max_length=20, description="Tell quickly.")
    topics_in_summary: list[Line] = Field(default=[], sa_type=JSONB, max_length=20, description="Now and then.")
    frequency: Frequency = Field(Frequency.WHEN_NEEDED, sa_type=WORD)
    both_households: bool = Field(default=False, description="The same information may go to both households.")
    blocked_periods: list[Interval] = Field(default=[], sa_type=JSONB, max_length=20, description="Rather not then.")
    digital_access: DigitalAccess = Field(DigitalAccess.COMPUTER, sa_type=WORD)


class GuardianWishes(Row, GuardianWishesFields, Entered, table=True):
    __tablename__ = "plan_guardian_wishes"
    __table_args__ = (Index("plan_guardian_wishes_once", "school_id", "plan_id", "guardian_id", unique=True),)

    plan_id: UUID = reference("communication_plans", cascade=True)
    guardian_id: UUID = reference("guardians", cascade=True)


class GuardianWishesRead(RowRead, GuardianWishesFields, Entered):
    """A guardian's wishes, as they go out."""

    guardian_id: UUID
