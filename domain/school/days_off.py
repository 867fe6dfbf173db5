"""The days on which a school is closed: what its own calendar says, else what holds for Flemish schools."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.school.calendar import Period, flemish_holidays, is_school_day, school_year_of


def holidays_around(day: date, own: Iterable[Period]) -> list[Period]:
    """Those in the school's own calendar; without any in that school year, those that hold for Flemish schools."""
    computed = flemish_holidays(school_year_of(day))
    year = Period(date(school_year_of(day), 9, 1), computed[-1].ends_on)
    mine = [one for one in own if one.starts_on in year]
    return mine or [Period(one.starts_on, one.ends_on) for one in computed]


class DaysOff:
    """Asked day by day, and remembered: `day in days_off`. Saturdays and Sundays belong to it."""

    def __init__(self, holidays: Sequence[Period] = (), other: Sequence[Period] = ()) -> None:
        self._holidays, self._other = holidays, other
        self._known: dict[date, bool] = {}

    def __contains__(self, day: date) -> bool:
        known = self._known.get(day)
        if known is None:
            off = [*holidays_around(day, self._holidays), *self._other]
            known = self._known[day] = not is_school_day(day, off)
        return known
