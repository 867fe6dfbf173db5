"""What the rules look at beside the round itself."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import SQLModel

from domain.conferences.models.windows import Window
from domain.school.calendar import Period
from domain.school.models.calendar import PeriodKind
from domain.school.models.interval import Interval
from domain.school.models.words import Level


class SessionFacts(Window):
    """A session of the round."""

    id: UUID


class PeriodFacts(Interval):
    """A special part of the school's calendar."""

    kind: PeriodKind


class StaffFacts(SQLModel):
    """How somebody of the staff works in the round."""

    id: UUID
    longest_run_minutes: int
    breaks: list[Window]


class Background(SQLModel):
    """Of one round: its sessions, the school's calendar, its staff, and the levels of its form of conversation."""

    time_zone: str
    sessions: list[SessionFacts]
    periods: list[PeriodFacts]
    staff: list[StaffFacts]
    form_levels: list[Level] | None

    @property
    def zone(self) -> ZoneInfo:
        """Of the school."""
        return ZoneInfo(self.time_zone)

    @property
    def days(self) -> list[date]:
        """The day of each session, as people at the school have it."""
        return [one.starts_at.astimezone(self.zone).date() for one in self.sessions]

    def periods_of(self, *kinds: PeriodKind) -> list[Period]:
        """The parts of the calendar of these kinds."""
        return [Period(one.starts_on, one.ends_on) for one in self.periods if one.kind in kinds]
