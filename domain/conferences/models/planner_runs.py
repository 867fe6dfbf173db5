"""Problems that were sent to the planner as documents, until the next day."""

from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.row import Row, reference

_DOCUMENT = JSONB(none_as_null=True)


class PlannerRun(Row, table=True):
    """What a planning is about. Its id is that of its job, whose own row holds no document."""

    __tablename__ = "planner_runs"

    id: UUID = reference("jobs", cascade=True, primary_key=True)
    problem: dict[str, Any] | None = Field(default=None, sa_type=_DOCUMENT, description="Gone once it is planned.")
    curve: dict[str, Any] = Field(default={}, sa_type=JSONB, description="The score over time, as it grows.")
    schedule: dict[str, Any] | None = Field(default=None, sa_type=_DOCUMENT)
