"""The plan itself: of one student, for one school year."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Paragraph
from domain.plans.models.agreements import PlanAgreementRead
from domain.plans.models.approvals import PlanApprovalRead
from domain.plans.models.guardian_wishes import GuardianWishesRead
from domain.plans.models.options import CommunicationOptionsRead
from domain.plans.models.student_wishes import StudentWishesRead
from domain.plans.models.words import PlanStatus, ReviewOutcome


class PlanDraftFields(Fields):
    """From which start conversation a plan comes (R06)."""

    conversation_id: UUID = Field(description="A start conversation that is running or over.")
    based_on_id: UUID | None = Field(
        None, description="An earlier year's plan of the student to start the talk from. Nothing of it is copied."
    )


class CommunicationPlanFields(Fields):
    """What the school writes of the plan itself."""

    review_on: date = Field(description="When the three look back; before the Christmas holiday if nobody says else.")


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
    status: PlanStatus = Field(default=PlanStatus.DRAFT, sa_type=WORD)
    review_outcome: ReviewOutcome | None = Field(default=None, sa_type=WORD)
    review_note: Paragraph | None = None
    reviewed_at: datetime | None = Field(default=None, sa_type=MOMENT)


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
