"""An import as it goes out, with what was found in the bundle."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.kernel.row import RowRead
from domain.kernel.text import Text
from domain.roster.flaws import Severity
from domain.roster.models.changes import Changes
from domain.roster.models.imports import RosterImportFields


class ImportStatus(StrEnum):
    """The outcome; until there is one, what its job is doing."""

    QUEUED = "queued"
    RUNNING = "running"
    PREVIEWED = "previewed"
    APPLIED = "applied"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    FAILED = "failed"


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
