"""The parts of a kept version that not everybody may see."""

from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.row import Row, reference


class PlanVersionPart(Row, table=True):
    """One part of a kept version: it says whose it is, so that the database shows it to them only."""

    __tablename__ = "plan_version_parts"
    __table_args__ = (Index(None, "school_id", "version_id"),)

    version_id: UUID = reference("plan_versions", cascade=True)
    plan_id: UUID = reference("communication_plans", cascade=True)
    kind: str = Field(description="The field of the plan it belongs to.")
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None)
    content: dict[str, Any] = Field(sa_type=JSONB)
