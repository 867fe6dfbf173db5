"""What the rules need to know beside the conversation itself."""

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Field, SQLModel

from domain.conversations.models.guarding import Guarding
from domain.school.models.interval import Interval
from domain.school.models.words import Level


class SchoolYear(Interval):
    """A school year."""

    id: UUID


class AskedForm(SQLModel):
    """What the catalogue asks of this form of conversation, as it stands there."""

    key: str
    levels: list[str]
    min_minutes: int
    max_minutes: int
    interpreter_buffer_minutes: int
    channels: list[dict[str, Any]]
    participants: list[dict[str, Any]]
    agenda_set_by: str
    host_moments: list[str]
    season: dict[str, Any]


class Background(SQLModel):
    """The student, those who raise them, and the school's years."""

    id: UUID
    level: Level
    born_on: date | None
    arrived_on: date | None
    is_visible: bool
    time_zone: str
    guardians: list[Guarding]
    school_years: list[SchoolYear]
    lay_interpreters: list[UUID]
    forms: list[AskedForm] = Field(description="The one that was named, when there is one of that name.")

    def local_date(self, moment: datetime) -> date:
        """The day as people at the school have it."""
        return moment.astimezone(ZoneInfo(self.time_zone)).date()

    def school_year(self, on: date) -> SchoolYear | None:
        """The school year in which this day falls."""
        return next((year for year in self.school_years if year.starts_on <= on < year.ends_on), None)

    def guarding(self, guardian_id: UUID | None) -> Guarding | None:
        """This guardian, when they are one of the student's."""
        return next((one for one in self.guardians if one.guardian_id == guardian_id), None)
