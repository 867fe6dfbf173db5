"""What to think of when moments are chosen. It stops nothing: a school knows its families."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.conferences.rules.day_parts import FEWEST, ONE_DAY_PART, DayPart
from domain.conferences.rules.season import BESIDE_HOLIDAY, BUSY, is_beside
from domain.conversations.rules.wording import unless
from domain.kernel.rule import Finding, Rule
from domain.school.calendar import Period
from domain.school.days_off import holidays_around
from domain.school.models.calendar import PeriodKind

IN_HOLIDAY = Rule(
    "in_holiday",
    "Dit moment valt in een vakantie. Veel gezinnen zijn er dan niet.",
    "Ce moment tombe pendant les vacances. Beaucoup de familles ne seront pas là.",
    "This moment falls in a holiday. Many families will be away.",
    number="R11",
    severity="warning",
    source=("S", "J"),
)


def advice_on(
    moments: Sequence[datetime], zone: ZoneInfo, calendar: Sequence[tuple[PeriodKind, Period]]
) -> list[Finding]:
    """On when the moments begin, in their order, with the special parts of the school's calendar."""
    local = [moment.astimezone(zone) for moment in moments]
    own = [period for kind, period in calendar if kind == PeriodKind.HOLIDAY]
    busy = [period for kind, period in calendar if kind in (PeriodKind.BUSY, PeriodKind.REPORT_WEEK)]
    findings = [
        rule.broken(f"/moments/{number}/starts_at")
        for number, moment in enumerate(local)
        for rule in _on_day(moment.date(), holidays_around(moment.date(), own), busy)
    ]
    return findings + _day_parts(local)


def _on_day(day: date, holidays: Sequence[Period], busy: Sequence[Period]) -> Iterable[Rule]:
    if any(day in period for period in holidays):
        yield IN_HOLIDAY
    elif any(is_beside(day, period) for period in holidays):
        yield BESIDE_HOLIDAY
    if any(day in period for period in busy):
        yield BUSY


def _day_parts(moments: Sequence[datetime]) -> list[Finding]:
    """Who works in the evening can come in the afternoon, and the other way round."""
    parts = {max(part for part in DayPart if part <= moment.hour) for moment in moments}
    return unless(len(parts) != 1, ONE_DAY_PART.broken("/moments", fewest=FEWEST))
