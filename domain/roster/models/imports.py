"""An import of a roster: what was asked, what was found, and what it did to the school."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import MOMENT, WORD, Row, reference
from domain.roster.flaws import Mode


class Outcome(StrEnum):
    """How an import ended."""

    PREVIEWED = "previewed"
    APPLIED = "applied"
    REFUSED = "refused"


class RosterImportFields(SQLModel):
    """An import of a OneRoster bundle."""

    mode: Mode = Field(Mode.STRICT, sa_type=WORD, description="`lenient` takes small faults of exporting systems.")
    preview: bool = Field(default=False, description="Only tell what would change.")
    oneroster_version: str | None = Field(default=None, schema_extra={"examples": ["1.2"]})
    errors: int = Field(default=0, description="Each of them refuses the whole bundle.")
    warnings: int = 0
    applied_at: datetime | None = Field(default=None, sa_type=MOMENT)


class RosterImport(Row, RosterImportFields, table=True):
    __tablename__ = "roster_imports"
    __table_args__ = (Index(None, "school_id", "created_at"),)

    outcome: Outcome | None = Field(default=None, sa_type=WORD)
    counts: dict[str, Any] = Field(default={}, sa_type=JSONB)
    findings: list[Any] = Field(default=[], sa_type=JSONB)
    job_id: UUID | None = reference("jobs", default=None)
