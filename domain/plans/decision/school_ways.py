"""What the decision knows of a school: what it offers, who is there when, and when it is quiet. Plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.plans.decision.offer import EVERY_SCHOOL, Offer
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
    """And on public holidays."""

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
    _offers: dict[UUID | None, Offer] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def awake(self) -> Week:
        """When what is written may arrive."""
        return self.quiet.awake()

    def offer(self, sender_id: UUID | None) -> Offer:
        """What is offered when it comes from somebody of the staff (None: the office)."""
        found = self._offers.get(sender_id)
        if found is None:
            found = self._offers[sender_id] = self._offer(sender_id)
        return found

    def _offer(self, sender_id: UUID | None) -> Offer:
        """The school's channels, and of those the ones that the sender has too; their hours where they named any."""
        colleague = self.staff.get(sender_id) if sender_id else None
        said = [ways for ways in (colleague and colleague.ways, self.ways) if ways]
        schools = self.ways.channels if self.ways else EVERY_SCHOOL
        shared = tuple(channel for channel in schools if all(channel in ways.channels for ways in said))
        return Offer(
            channels=shared or schools,
            hours=next((ways.answering for ways in said if ways.answering), OFFICE_HOURS),
            interpreter_modes=next((ways.interpreter_modes for ways in said if ways.interpreter_modes), ()),
        )
