"""On which days (R11)."""

from collections.abc import Callable
from datetime import date, timedelta

from domain.conferences.round_facts import RoundFacts
from domain.kernel.rule import Finding, Rule
from domain.school.calendar import Period, is_school_day
from domain.school.days_off import holidays_around
from domain.school.models.calendar import CLOSED, PeriodKind

MARGIN = timedelta(days=3)
"""A Friday before a holiday that starts on Monday is next to it."""
WHOLE_HOLIDAY = timedelta(days=5)
"""A single day off is no holiday that families leave for."""

NO_SCHOOL = Rule(
    "no_school_that_day",
    "Op deze dag is er geen school. Kies een schooldag.",
    "Ce jour-là, il n'y a pas d'école. Choisissez un jour de classe.",
    "There is no school on this day. Choose a school day.",
    number="R11",
    source=("S", "J"),
)
BUSY = Rule(
    "busy_period",
    "Deze dag valt in een drukke periode van de school.",
    "Ce jour tombe dans une période chargée de l'école.",
    "This day falls in a busy period of the school.",
    number="R11",
    severity="warning",
    source=("S", "J"),
)
BESIDE_HOLIDAY = Rule(
    "beside_holiday",
    "Deze dag ligt vlak bij een vakantie. Sommige gezinnen zijn er dan niet.",
    "Ce jour est tout près de vacances. Certaines familles ne seront pas là.",
    "This day lies close to a holiday. Some families will be away.",
    number="R11",
    severity="warning",
    source=("S", "J"),
)


def check_school_days(facts: RoundFacts) -> list[Finding]:
    """No talks on days without school (R11)."""
    return _each_day(facts, NO_SCHOOL, lambda day: not is_school_day(day, _days_off(facts, day)))


def check_season(facts: RoundFacts) -> list[Finding]:
    """Better not in a busy period, nor beside a holiday (R11)."""
    busy = facts.around.periods_of(PeriodKind.BUSY)
    return _each_day(facts, BUSY, lambda day: any(day in period for period in busy)) + _each_day(
        facts, BESIDE_HOLIDAY, lambda day: any(is_beside(day, holiday) for holiday in _holidays(facts, day))
    )


def _each_day(facts: RoundFacts, rule: Rule, breaks: Callable[[date], bool]) -> list[Finding]:
    return [rule.broken(f"/sessions/{number}") for number, day in enumerate(facts.around.days) if breaks(day)]


def _days_off(facts: RoundFacts, day: date) -> list[Period]:
    return [*_holidays(facts, day), *facts.around.periods_of(*CLOSED)]


def _holidays(facts: RoundFacts, day: date) -> list[Period]:
    return holidays_around(day, facts.around.periods_of(PeriodKind.HOLIDAY))


def is_beside(day: date, holiday: Period) -> bool:
    """The day lies just before or after a holiday that families leave for."""
    if holiday.ends_on - holiday.starts_on < WHOLE_HOLIDAY or day in holiday:
        return False
    return holiday.starts_on - MARGIN <= day < holiday.ends_on + MARGIN
