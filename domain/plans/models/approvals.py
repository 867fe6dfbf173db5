"""Who says yes to the plan."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from domain.kernel.row import MOMENT, WORD, Fields, Row, reference
from domain.plans.models.agreements import GUARDIAN_NAMED
from domain.plans.models.entered import Entered
from domain.plans.models.words import Party


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
