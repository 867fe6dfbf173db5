"""The communication plan: what each side can and wants, what they agree, and every version of it that was agreed."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar
from uuid import UUID

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.families.models import ReadingComfort
from domain.kernel.contact import Phone
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import LanguageTag, Line, Paragraph
from domain.school.models import InterpreterMode, Interval, Weekday

T = TypeVar("T")


class ContactChannel(StrEnum):
    """How word gets from one side to the other."""

    TALK = "talk"
    """At the gate, in class."""
    PHONE = "phone"
    MESSAGE = "message"
    """By text message or app."""
    EMAIL = "email"
    PAPER = "paper"
    DIARY = "diary"
    """The student's school diary."""
    PLATFORM = "platform"
    VIDEO = "video"


class Frequency(StrEnum):
    """How often one hears from the other."""

    WHEN_NEEDED = "when_needed"
    WEEKLY = "weekly"
    TWICE_A_MONTH = "twice_a_month"
    MONTHLY = "monthly"
    EACH_TERM = "each_term"


class DigitalAccess(StrEnum):
    """What somebody reads digital messages with."""

    COMPUTER = "computer"
    PHONE_ONLY = "phone_only"
    NOW_AND_THEN = "now_and_then"
    NONE = "none"


class DayOfWeek(StrEnum):
    """Families can be reached at the weekend too."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Party(StrEnum):
    """The three who make a plan together."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    TEACHER = "teacher"


class Starter(StrEnum):
    """Who gets in touch first."""

    SCHOOL = "school"
    GUARDIAN = "guardian"
    STUDENT = "student"
    ANYONE = "anyone"


class PlanStatus(StrEnum):
    """The life of a plan; the calendar ends it, with the school year."""

    DRAFT = "draft"
    AGREED = "agreed"
    REVIEWED = "reviewed"
    ENDED = "ended"


class ReviewOutcome(StrEnum):
    """What came out of looking back."""

    KEEP = "keep"
    CHANGE = "change"


class PlanChange(StrEnum):
    """What was done to a plan; also the name of its event, `plan.<change>`."""

    DRAFTED = "drafted"
    WISHES_GIVEN = "wishes_given"
    AGREEMENT_MADE = "agreement_made"
    AGREEMENT_DROPPED = "agreement_dropped"
    APPROVED = "approved"
    """One party says yes."""
    AGREED = "agreed"
    """With that yes the plan is agreed."""
    REVIEWED = "reviewed"
    REVIEW_MOVED = "review_moved"


def _each_once(ranked: list[T]) -> list[T]:
    """Naming something twice in a ranking says nothing more."""
    return list(dict.fromkeys(ranked))


Ranked = Annotated[list[ContactChannel], AfterValidator(_each_once)]

LocalTime = Annotated[
    str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"), Field(schema_extra={"examples": ["16:30"]})
]
"""Hours and minutes on the clock of the school."""


class WeeklyHours(Fields):
    """A part of one day of the week, half open."""

    weekday: DayOfWeek
    from_time: LocalTime
    to_time: LocalTime

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.to_time <= self.from_time:
            raise PydanticCustomError("ends_before_start", "It must end after it starts.")
        return self


class OtherContact(Fields):
    """Somebody else who may be asked."""

    name: Line
    phone: Phone | None = None
    relation: Line | None = Field(None, schema_extra={"examples": ["aunt"]})


class Entered(SQLModel):
    """Who wrote it down."""

    entered_by_id: UUID | None = Field(
        default=None, description="The person, when the school keeps a record of them; null for an account of the office."
    )
    on_behalf: bool = Field(default=False, description="Somebody of the school wrote it down for the party.")


class CommunicationOptionsFields(Fields):
    """What the school, or one of its staff, can offer to reach and be reached; only what can be kept up all year."""

    staff_id: UUID | None = reference(
        "staff_members", cascade=True, default=None, description="Whose; null: of the school as a whole."
    )
    channels: Ranked = Field(sa_type=JSONB, min_length=1, schema_extra={"examples": [["talk", "phone", "platform"]]})
    answering_hours: list[WeeklyHours] = Field(default=[], sa_type=JSONB, max_length=30, description="No answer outside.")
    answer_within_school_days: int = Field(2, ge=0, le=20, description="How long an answer usually takes.")
    languages: list[LanguageTag] = Field(["nl"], sa_type=JSONB, min_length=1, max_length=20)
    interpreter_modes: list[InterpreterMode] = Field(default=[], sa_type=JSONB, description="Empty: no interpreter.")
    urgent_route: Line | None = Field(None, schema_extra={"examples": ["Secretariaat, 02 555 01 00, 8 tot 16.30 uur"]})
    stand_in_id: UUID | None = reference("staff_members", default=None, description="Who answers in their place.")
    limits: list[Line] = Field(
        default=[], sa_type=JSONB, max_length=10, schema_extra={"examples": [["Geen privénummers", "Geen WhatsApp-groepen"]]}
    )


class CommunicationOptions(Row, CommunicationOptionsFields, table=True):
    __tablename__ = "communication_options"
    __table_args__ = (
        Index("communication_options_once", "school_id", "staff_id", unique=True, postgresql_nulls_not_distinct=True),
    )


class CommunicationOptionsRead(RowRead, CommunicationOptionsFields):
    """What school or staff offer, as it goes out."""

    teaching_days: list[Weekday] | None = Field(None, description="Of the staff member: days of being there.")


class PlanDraftFields(Fields):
    """From which start conversation a plan comes (R06)."""

    conversation_id: UUID = Field(description="A start conversation that is running or over.")
    based_on_id: UUID | None = Field(
        None, description="An earlier year's plan of the student to start the talk from. Nothing of it is copied."
    )


class CommunicationPlanFields(Fields):
    """What the school writes of the plan itself."""

    review_on: date = Field(description="When the three look back; before the Christmas holiday unless you say otherwise.")


class CommunicationPlan(Row, CommunicationPlanFields, table=True):
    __tablename__ = "communication_plans"
    __table_args__ = (
        Index("communication_plans_once", "school_id", "student_id", "academic_session_id", unique=True),
        Index(None, "school_id", "review_on", "id"),
        Index(None, "school_id", "conversation_id"),
    )

    conversation_id: UUID = reference("conversations")
    student_id: UUID = reference("students", cascade=True)
    academic_session_id: UUID = reference("academic_sessions")
    based_on_id: UUID | None = reference("communication_plans", default=None)
    status: PlanStatus = Field(PlanStatus.DRAFT, sa_type=WORD)
    review_outcome: ReviewOutcome | None = Field(None, sa_type=WORD)
    review_note: Paragraph | None = None
    reviewed_at: datetime | None = Field(default=None, sa_type=MOMENT)


class StudentWishesFields(Fields):
    """How a student wants it (their own words)."""

    addressed_as: Line | None = Field(None, description="How I like to be addressed.")
    tells_first: Paragraph | None = Field(None, description="What I want to tell myself before school contacts home.")
    parents_may_hear: Paragraph | None = Field(None, description="What I like my parents to hear.")
    channels: Ranked = Field(sa_type=JSONB, min_length=1, description="How to reach me, the best first.")
    joins_talks: bool = Field(default=True, description="I want to be at talks about me.")


class StudentWishes(Row, StudentWishesFields, Entered, table=True):
    __tablename__ = "plan_student_wishes"
    __table_args__ = (Index("plan_student_wishes_once", "school_id", "plan_id", unique=True),)

    plan_id: UUID = reference("communication_plans", cascade=True)


class StudentWishesRead(RowRead, StudentWishesFields, Entered):
    """The student's wishes, as they go out."""


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
    topics_at_once: list[Line] = Field(default=[], sa_type=JSONB, max_length=20, description="To hear of quickly.")
    topics_in_summary: list[Line] = Field(default=[], sa_type=JSONB, max_length=20, description="Now and then is enough.")
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


class PlanAgreementFields(Fields):
    """What the school and one guardian, or the student, agree about one topic."""

    party: Party = Field(sa_type=WORD, description="With whom: `guardian` or `student`.")
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None, description="Which guardian.")
    topic: Line = Field(schema_extra={"examples": ["Huiswerk"]})
    channel: ContactChannel = Field(sa_type=WORD)
    who_starts: Starter = Field(Starter.ANYONE, sa_type=WORD)
    frequency: Frequency = Field(Frequency.WHEN_NEEDED, sa_type=WORD)
    answered_by_id: UUID | None = reference(
        "staff_members", default=None, description="Who of the school answers; their own options count then."
    )
    good_news_too: bool = True
    if_it_gets_hard: Paragraph | None = Field(None, description="Who then speaks to whom, and how.")
    compromise: Paragraph | None = Field(None, description="Why this channel, when it is none of the party's wishes.")

    @model_validator(mode="after")
    def _names_its_party(self) -> Self:
        if self.party is Party.TEACHER or (self.party is Party.GUARDIAN) is (self.guardian_id is None):
            raise PydanticCustomError("party_unclear", "An agreement is with the student or with one named guardian.")
        return self


GUARDIAN_NAMED = "(party = 'guardian') = (guardian_id IS NOT NULL)"


class PlanAgreement(Row, PlanAgreementFields, table=True):
    __tablename__ = "plan_agreements"
    __table_args__ = (CheckConstraint(GUARDIAN_NAMED, name="guardian_named"), Index(None, "school_id", "plan_id"))

    plan_id: UUID = reference("communication_plans", cascade=True)


class PlanAgreementRead(RowRead, PlanAgreementFields):
    """An agreement as it goes out."""


class PlanApprovalFields(Fields):
    """Who says yes to the plan."""

    party: Party = Field(sa_type=WORD)
    guardian_id: UUID | None = Field(None, description="Which guardian, when the school writes.")


class PlanApproval(Row, PlanApprovalFields, Entered, table=True):
    __tablename__ = "plan_approvals"
    __table_args__ = (
        CheckConstraint(GUARDIAN_NAMED, name="guardian_named"),
        Index(
            "plan_approvals_once",
            *("school_id", "plan_id", "party", "guardian_id"),
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )

    plan_id: UUID = reference("communication_plans", cascade=True)
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None)
    agreed_at: datetime = Field(sa_type=MOMENT)
    plan_version: int = Field(description="The version of the plan that the party said yes to.")


class PlanApprovalRead(PlanApprovalFields, Entered):
    """A party's yes, as it goes out."""

    agreed_at: datetime
    plan_version: int


class PlanReviewFields(Fields):
    """How the three looked back."""

    outcome: ReviewOutcome
    note: Paragraph | None = Field(None, description="All who see the plan read it: nothing of one household alone.")


class CommunicationPlanRead(RowRead, CommunicationPlanFields):
    """A plan with the parts that its reader may see."""

    conversation_id: UUID
    student_id: UUID
    academic_session_id: UUID
    based_on_id: UUID | None
    status: PlanStatus
    ends_on: date = Field(description="The first day after it: the school year is over.")
    review_outcome: ReviewOutcome | None
    review_note: Paragraph | None
    reviewed_at: datetime | None
    options: list[CommunicationOptionsRead] = Field(description="Of the school and of those who teach the student.")
    student_wishes: StudentWishesRead | None
    guardian_wishes: list[GuardianWishesRead]
    agreements: list[PlanAgreementRead]
    agreed_by: list[PlanApprovalRead]


class PlanVersion(Row, table=True):
    """A plan as it was after one change, less the parts that not everybody may see."""

    __tablename__ = "plan_versions"
    __table_args__ = (Index(None, "school_id", "plan_id", "number"),)

    plan_id: UUID = reference("communication_plans", cascade=True)
    number: int
    change: PlanChange = Field(sa_type=WORD)
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None, description="Whose part changed.")
    entered_by_id: UUID | None = None
    content: dict[str, Any] = Field(sa_type=JSONB)


class PlanVersionPart(Row, table=True):
    """One part of a kept version: it says whose it is, so that the database shows it to them only."""

    __tablename__ = "plan_version_parts"
    __table_args__ = (Index(None, "school_id", "version_id"),)

    version_id: UUID = reference("plan_versions", cascade=True)
    plan_id: UUID = reference("communication_plans", cascade=True)
    kind: str = Field(description="The field of the plan it belongs to.")
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None)
    content: dict[str, Any] = Field(sa_type=JSONB)


class PlanVersionItem(SQLModel):
    """A version of a plan, in the list."""

    number: int = Field(description="The `version` that the plan had then.")
    at: datetime
    entered_by_id: UUID | None = Field(
        description="Who made the change; null for an account of the office, and when a family's yes completed the plan."
    )
    changes: list[PlanChange]


class PlanVersions(SQLModel):
    """The versions of a plan, the oldest first, less those in which only another family member's part changed."""

    items: list[PlanVersionItem]
    next_cursor: None = Field(default=None, description="They are one page.")


class PlanVersionRead(PlanVersionItem):
    """A version of a plan: the plan as it was then."""

    plan: CommunicationPlanRead
