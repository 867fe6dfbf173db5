"""When Flemish schools are closed, worked out from the rules alone: no table of dates to keep up.

Source: Decision of the Flemish Government of 17 April 1991 on the organisation of the school year (the Decision of
31 August 2001, article 7, says the same for secondary education). The days off that a school chooses itself are not
here. Every interval is half open: `ends_on` is the first day that no longer belongs to it.
"""

from calendar import SATURDAY, SUNDAY
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count

from domain.kernel.text import Language

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


class HolidayKind(StrEnum):
    """Why school is out."""

    AUTUMN = "autumn"
    ALL_SAINTS = "all_saints"
    ARMISTICE = "armistice"
    CHRISTMAS = "christmas"
    CROCUS = "crocus"
    EASTER = "easter"
    EASTER_MONDAY = "easter_monday"
    LABOUR_DAY = "labour_day"
    ASCENSION = "ascension"
    WHIT_MONDAY = "whit_monday"
    SUMMER = "summer"


HOLIDAY_NAMES: Mapping[HolidayKind, Mapping[Language, str]] = {
    HolidayKind.AUTUMN: {"nl": "Herfstvakantie", "fr": "Vacances d'automne", "en": "Autumn holiday"},
    HolidayKind.ALL_SAINTS: {"nl": "Allerheiligen", "fr": "Toussaint", "en": "All Saints' Day"},
    HolidayKind.ARMISTICE: {"nl": "Wapenstilstand", "fr": "Armistice", "en": "Armistice Day"},
    HolidayKind.CHRISTMAS: {"nl": "Kerstvakantie", "fr": "Vacances de Noël", "en": "Christmas holiday"},
    HolidayKind.CROCUS: {"nl": "Krokusvakantie", "fr": "Vacances de carnaval", "en": "Carnival holiday"},
    HolidayKind.EASTER: {"nl": "Paasvakantie", "fr": "Vacances de Pâques", "en": "Easter holiday"},
    HolidayKind.EASTER_MONDAY: {"nl": "Paasmaandag", "fr": "Lundi de Pâques", "en": "Easter Monday"},
    HolidayKind.LABOUR_DAY: {"nl": "Dag van de Arbeid", "fr": "Fête du Travail", "en": "Labour Day"},
    HolidayKind.ASCENSION: {"nl": "Hemelvaart", "fr": "Congé de l'Ascension", "en": "Ascension holiday"},
    HolidayKind.WHIT_MONDAY: {"nl": "Pinkstermaandag", "fr": "Lundi de Pentecôte", "en": "Whit Monday"},
    HolidayKind.SUMMER: {"nl": "Zomervakantie", "fr": "Vacances d'été", "en": "Summer holiday"},
}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `starts_on` up to, not including, `ends_on`. `on in period` asks for one day."""

    starts_on: date
    ends_on: date

    def __contains__(self, on: date) -> bool:
        return self.starts_on <= on < self.ends_on


@dataclass(frozen=True, slots=True)
class Holiday(Period):
    """A period without school. Holidays overlap: 1 November mostly lies in the autumn holiday."""

    kind: HolidayKind

    @property
    def name(self) -> Mapping[Language, str]:
        """What families call it, in nl, fr and en."""
        return HOLIDAY_NAMES[self.kind]


def flemish_holidays(school_year: int) -> list[Holiday]:
    """All holidays of the school year that starts on 1 September of `school_year`, in order of their first day.

    The year closes with its summer holiday, up to the next 1 September. The rules hold from 1991 on.
    """
    spring = school_year + 1
    easter = easter_sunday(spring)
    days_by_kind = {
        HolidayKind.AUTUMN: (_autumn_starts_on(school_year), WEEK),
        HolidayKind.ALL_SAINTS: (date(school_year, 11, 1), DAY),
        HolidayKind.ARMISTICE: (date(school_year, 11, 11), DAY),
        HolidayKind.CHRISTMAS: (_christmas_starts_on(school_year), 2 * WEEK),
        HolidayKind.CROCUS: (_monday_before(easter, 7), WEEK),
        HolidayKind.EASTER: (_easter_starts_on(easter), 2 * WEEK),
        HolidayKind.EASTER_MONDAY: (easter + DAY, DAY),
        HolidayKind.LABOUR_DAY: (date(spring, 5, 1), DAY),
        HolidayKind.ASCENSION: (easter + 39 * DAY, 2 * DAY),
        HolidayKind.WHIT_MONDAY: (easter + 50 * DAY, DAY),
        HolidayKind.SUMMER: (date(spring, 7, 1), date(spring, 9, 1) - date(spring, 7, 1)),
    }
    holidays = [Holiday(starts_on, starts_on + length, kind) for kind, (starts_on, length) in days_by_kind.items()]
    return sorted(holidays, key=lambda holiday: holiday.starts_on)


def is_school_day(on: date, holidays: Iterable[Period]) -> bool:
    """Whether there is school on this day; `holidays` are those of its school year, with the school's own days off."""
    return on.weekday() < SATURDAY and not any(on in holiday for holiday in holidays)


def school_year_of(on: date) -> int:
    """The calendar year in which this day's school year starts; July and August still belong to the old one."""
    return on.year if on >= date(on.year, 9, 1) else on.year - 1


def entry_dates(school_year: int) -> list[date]:
    """The seven days, in order, on which a child between two and a half and three may first come to nursery class.

    They are the first school days after the summer, autumn, Christmas, crocus and Easter holidays and after
    Ascension, and the first of February. From its third birthday a child may start on any school day.
    """
    holidays = flemish_holidays(school_year)
    ends_on = {holiday.kind: holiday.ends_on for holiday in holidays}
    not_before = [
        date(school_year, 9, 1),
        ends_on[HolidayKind.AUTUMN],
        ends_on[HolidayKind.CHRISTMAS],
        date(school_year + 1, 2, 1),
        ends_on[HolidayKind.CROCUS],
        ends_on[HolidayKind.EASTER],
        ends_on[HolidayKind.ASCENSION],
    ]
    return [_nearest_school_day(on, DAY, holidays) for on in not_before]


def last_school_week_before(holiday: Holiday) -> Period:
    """What is left of the week of the last school day before a holiday: its Monday up to and with that day."""
    holidays = flemish_holidays(school_year_of(holiday.starts_on))
    last_school_day = _nearest_school_day(holiday.starts_on - DAY, -DAY, holidays)
    return Period(_monday_of(last_school_day), last_school_day + DAY)


def easter_sunday(year: int) -> date:
    """Easter Sunday of a Gregorian year.

    Source: the algorithm sent anonymously to Nature (20 April 1876), in Jean Meeus, Astronomical Algorithms,
    chapter 8; its one-letter names are kept so that the two can be laid side by side.
    """
    a = year % 19
    b, c = divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day_before = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day_before + 1)


def _autumn_starts_on(year: int) -> date:
    all_saints = date(year, 11, 1)
    return all_saints + DAY if all_saints.weekday() == SUNDAY else _monday_of(all_saints)


def _christmas_starts_on(year: int) -> date:
    christmas = date(year, 12, 25)
    return _monday_from(christmas) if christmas.weekday() >= SATURDAY else _monday_of(christmas)


def _easter_starts_on(easter: date) -> date:
    first_of_april = date(easter.year, 4, 1)
    if easter < first_of_april:
        return easter + DAY
    if easter > date(easter.year, 4, 15):
        return _monday_before(easter, 2)
    return _monday_from(first_of_april)


def _monday_of(on: date) -> date:
    return on - on.weekday() * DAY


def _monday_from(on: date) -> date:
    return _monday_of(on + 6 * DAY)


def _monday_before(sunday: date, nth: int) -> date:
    return sunday + DAY - nth * WEEK


def _nearest_school_day(on: date, step: timedelta, holidays: Iterable[Period]) -> date:
    days = (on + steps * step for steps in count())
    return next(day for day in days if is_school_day(day, holidays))
