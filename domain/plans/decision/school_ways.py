"""What the decision knows of a school: what it offers, who is there when, and when it is quiet. Plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.plans.decision.week import DAYS, MINUTES, Week, minute_of
from domain.plans.models.contact_words import ContactChannel
from domain.school.days_off import DaysOff
from domain.school.models.words import InterpreterMode

WORKDAYS = 5
OFFICE_HOURS: Week = (((8 * 60, 16 * 60 + 30),),) * WORKDAYS + ((),) * (len(DAYS) - WORKDAYS)
"""When people of the school speak to families, where it never said (own choice)."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nothing reaches who named no hours; the same words and defaults as a school's settings for messages."""

    quiet_from: str = "19:00"
    quiet_to: str = "07:30"
    quiet_at_weekends: bool = True

    def awake(self) -> Week:
        """The other hours."""
        quiet, wakes = minute_of(self.quiet_from), minute_of(self.quiet_to)
        spans = ((wakes, quiet),) if wakes < quiet else ((0, quiet), (wakes, MINUTES))
        day = tuple((start, end) for start, end in spans if start < end)
        return tuple(() if self.quiet_at_weekends and number >= WORKDAYS else day for number in range(len(DAYS)))


@dataclass(frozen=True, slots=True)
class Ways:
    """What the school, or one of its staff, can keep up."""

    channels: tuple[ContactChannel, ...]
    answering: Week | None = None
    """None: no hours were named."""
    interpreter_modes: tuple[InterpreterMode, ...] = ()
    stand_in_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the staff."""

    weekdays: frozenset[int] = frozenset(range(WORKDAYS))
    """Days of being there, Monday being 0."""
    ended_on: date | None = None
    ways: Ways | None = None


@dataclass(frozen=True)
class SchoolWays:
    """One school."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Brussels"))
    ways: Ways | None = None
    """None: the school did not say yet what it offers."""
    staff: Mapping[UUID, Colleague] = field(default_factory=dict)
    days_off: DaysOff = field(default_factory=DaysOff)
    quiet: QuietHours = field(default_factory=QuietHours)

    @cached_property
    def awake(self) -> Week:
        """When what is written may arrive."""
        return self.quiet.awake()
