"""Every version of a plan since it was agreed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import WORD, Row, reference
from domain.plans.models.plans import CommunicationPlanRead
from domain.plans.models.words import PlanChange


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


class PlanVersionItem(SQLModel):
    """A version of a plan, in the list."""

    number: int = Field(description="The `version` that the plan had then.")
    created_at: datetime
    entered_by_id: UUID | None = Field(
        description="Who changed it; null for an account of the office, and when a family's yes completed the plan."
    )
    changes: list[PlanChange]


class PlanVersions(SQLModel):
    """The versions of a plan, the oldest first, less those in which only another family member's part changed."""

    items: list[PlanVersionItem]
    next_cursor: None = Field(default=None, description="They are one page.")


class PlanVersionRead(PlanVersionItem):
    """A version of a plan: the plan as it was then."""

    plan: CommunicationPlanRead
