"""An import of a roster: what was asked, what was found, and what it did to the school."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from domain.kernel.row import MOMENT, WORD, Row, RowRead, reference
from domain.kernel.text import Text
from domain.roster.flaws import Mode, Severity


class Outcome(StrEnum):
    """How an import ended."""

    PREVIEWED = "previewed"
    APPLIED = "applied"
    REFUSED = "refused"


class ImportStatus(StrEnum):
    """The outcome; until there is one, what its job is doing."""

    QUEUED = "queued"
    RUNNING = "running"
    PREVIEWED = "previewed"
    APPLIED = "applied"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Changes(SQLModel):
    """What an import does to the rows of one kind."""

    added: int = 0
    changed: int = Field(default=0, description="Those that return are counted here.")
    ended: int = Field(default=0, description="No longer in the roster: ended today, never deleted.")
    unchanged: int = 0

    @property
    def written(self) -> int:
        """How many rows that takes."""
        return self.added + self.changed + self.ended


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


class RosterUpload(SQLModel, table=True):
    """A piece of a bundle, kept until the import has ended: the worker may run on another machine."""

    __tablename__ = "roster_uploads"

    school_id: UUID = Field(primary_key=True)
    import_id: UUID = Field(
        primary_key=True, sa_column_kwargs={"info": {"references": "roster_imports", "cascade": True}}
    )
    number: int = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)


class Place(SQLModel):
    """Where in the bundle."""

    file: str | None = Field(description="Such as `users.csv`, or `#3` for the third entry of the zip.")
    row: int | None = Field(description="As a spreadsheet counts: 1 are the column names.")
    column: str | None = Field(description="OneRoster's name, or `#7` for the seventh column.")


class RosterFinding(SQLModel):
    """Something that is not right in the bundle. It never repeats what stands there."""

    code: str = Field(schema_extra={"examples": ["missing_value"]})
    severity: Severity
    detail: Text
    count: int = Field(description="How often.")
    places: list[Place] = Field(description="The first hundred.")


class RosterImportRead(RowRead, RosterImportFields):
    """An import as it stands in the list."""

    status: ImportStatus
    counts: dict[str, Changes] = Field(description="By kind of row, such as `students`.")
    job_id: UUID | None = Field(description="The job that did it; null for an import by the command line.")


class RosterImportDetail(RosterImportRead):
    """An import with everything that was found."""

    findings: list[RosterFinding]
