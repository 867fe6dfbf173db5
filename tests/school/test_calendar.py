"""The Flemish school calendar against what schools published, and its special clauses over a century.

Published dates: sint-donaas.be/vakantiedagen (2018-19 to 2021-22), ptsmechelen.be (2022-23, 2023-24),
kunstacademie-eeklo.be (2024-25), staproeselare.be (2025-26). The last two years are worked out by hand.
"""

from calendar import FRIDAY, MONDAY, SATURDAY, SUNDAY, THURSDAY
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.school.calendar import (
    HOLIDAY_NAMES,
    Holiday,
    HolidayKind,
    Period,
    easter_sunday,
    entry_dates,
    flemish_holidays,
    is_school_day,
    last_school_week_before,
    school_year_of,
)

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
SEPTEMBER = 9
ENTRY_DATES_A_YEAR = 7
SCHOOL_YEARS = range(1991, 2091)

# First and last day off, written as schools print them: the last day is still free.
PUBLISHED = {
    2018: "29/10-4/11 24/12-6/1 4/3-10/3 8/4-21/4 22/4 30/5-31/5 10/6",
    2019: "28/10-3/11 23/12-5/1 24/2-1/3 6/4-19/4 13/4 21/5-22/5 1/6",
    2020: "2/11-8/11 21/12-3/1 15/2-21/2 5/4-18/4 5/4 13/5-14/5 24/5",
    2021: "1/11-7/11 27/12-9/1 28/2-6/3 4/4-17/4 18/4 26/5-27/5 6/6",
    2022: "31/10-6/11 26/12-8/1 20/2-26/2 3/4-16/4 10/4 18/5-19/5 29/5",
    2023: "30/10-5/11 25/12-7/1 12/2-18/2 1/4-14/4 1/4 9/5-10/5 20/5",
    2024: "28/10-3/11 23/12-5/1 3/3-9/3 7/4-20/4 21/4 29/5-30/5 9/6",
    2025: "27/10-2/11 22/12-4/1 16/2-22/2 6/4-19/4 6/4 14/5-15/5 25/5",
    2026: "2/11-8/11 21/12-3/1 8/2-14/2 29/3-11/4 29/3 6/5-7/5 17/5",
    2027: "1/11-7/11 27/12-9/1 28/2-5/3 3/4-16/4 17/4 25/5-26/5 5/6",
}
MOVING = ["autumn", "christmas", "crocus", "easter", "easter_monday", "ascension", "whit_monday"]

school_years = st.sampled_from(SCHOOL_YEARS)


def school_years_in_which(month: int, day: int, *weekdays: int) -> st.SearchStrategy[int]:
    return st.sampled_from([year for year in SCHOOL_YEARS if date(year, month, day).weekday() in weekdays])


def school_years_with_easter(first: tuple[int, int], last: tuple[int, int]) -> st.SearchStrategy[int]:
    return st.sampled_from(
        [year for year in SCHOOL_YEARS if date(year + 1, *first) <= easter_sunday(year + 1) <= date(year + 1, *last)]
    )


def holiday(school_year: int, kind: HolidayKind) -> Holiday:
    (found,) = (each for each in flemish_holidays(school_year) if each.kind is kind)
    return found


def printed(school_year: int, text: str) -> Period:
    first, _, last = text.partition("-")
    return Period(dated(school_year, first), dated(school_year, last or first) + DAY)


def dated(school_year: int, text: str) -> date:
    day, month = (int(part) for part in text.split("/"))
    return date(school_year if month >= SEPTEMBER else school_year + 1, month, day)


@pytest.mark.parametrize("school_year", PUBLISHED)
def test_the_moving_holidays_are_those_that_schools_published(school_year: int) -> None:
    expected = [printed(school_year, text) for text in PUBLISHED[school_year].split()]
    found = [holiday(school_year, HolidayKind(kind)) for kind in MOVING]
    assert [Period(each.starts_on, each.ends_on) for each in found] == expected


@given(school_years)
def test_the_fixed_days_never_move(school_year: int) -> None:
    spring = school_year + 1
    for kind, first_on, free_until in [
        (HolidayKind.ALL_SAINTS, date(school_year, 11, 1), date(school_year, 11, 2)),
        (HolidayKind.ARMISTICE, date(school_year, 11, 11), date(school_year, 11, 12)),
        (HolidayKind.LABOUR_DAY, date(spring, 5, 1), date(spring, 5, 2)),
        (HolidayKind.SUMMER, date(spring, 7, 1), date(spring, 9, 1)),
    ]:
        assert holiday(school_year, kind) == Holiday(first_on, free_until, kind)


@given(school_years)
def test_a_year_has_each_holiday_once_in_order_and_inside_the_year(school_year: int) -> None:
    holidays = flemish_holidays(school_year)
    assert sorted(each.kind for each in holidays) == sorted(HolidayKind)
    assert [each.starts_on for each in holidays] == sorted(each.starts_on for each in holidays)
    assert all(school_year_of(each.starts_on) == school_year_of(each.ends_on - DAY) == school_year for each in holidays)


@given(school_years)
def test_weeks_of_holiday_run_from_a_monday(school_year: int) -> None:
    weeks = {HolidayKind.AUTUMN: 1, HolidayKind.CHRISTMAS: 2, HolidayKind.CROCUS: 1, HolidayKind.EASTER: 2}
    for kind, length in weeks.items():
        found = holiday(school_year, kind)
        assert found.starts_on.weekday() == MONDAY
        assert found.ends_on - found.starts_on == length * WEEK


@given(school_years_in_which(11, 1, SUNDAY))
def test_autumn_starts_on_2_november_when_all_saints_is_a_sunday(school_year: int) -> None:
    assert holiday(school_year, HolidayKind.AUTUMN).starts_on == date(school_year, 11, 2)


@given(school_years_in_which(11, 1, *range(SUNDAY)))
def test_otherwise_all_saints_lies_in_the_autumn_holiday(school_year: int) -> None:
    assert date(school_year, 11, 1) in holiday(school_year, HolidayKind.AUTUMN)


@given(school_years_in_which(12, 25, SATURDAY, SUNDAY))
def test_christmas_in_a_weekend_starts_the_holiday_on_the_monday_after(school_year: int) -> None:
    christmas = date(school_year, 12, 25)
    assert DAY <= holiday(school_year, HolidayKind.CHRISTMAS).starts_on - christmas <= 2 * DAY


@given(school_years_in_which(12, 25, *range(SATURDAY)))
def test_christmas_on_a_weekday_lies_in_the_first_week_of_the_holiday(school_year: int) -> None:
    starts_on = holiday(school_year, HolidayKind.CHRISTMAS).starts_on
    assert starts_on <= date(school_year, 12, 25) < starts_on + WEEK


@given(school_years_with_easter((3, 22), (3, 31)))
def test_easter_in_march_starts_the_holiday_on_easter_monday(school_year: int) -> None:
    assert holiday(school_year, HolidayKind.EASTER).starts_on == easter_sunday(school_year + 1) + DAY


@given(school_years_with_easter((4, 1), (4, 15)))
def test_easter_up_to_15_april_starts_the_holiday_on_the_first_monday_of_april(school_year: int) -> None:
    starts_on = holiday(school_year, HolidayKind.EASTER).starts_on
    assert date(school_year + 1, 4, 1) <= starts_on <= date(school_year + 1, 4, 7)


@given(school_years_with_easter((4, 16), (4, 25)))
def test_easter_after_15_april_ends_the_holiday_and_easter_monday_follows(school_year: int) -> None:
    easter = easter_sunday(school_year + 1)
    found = holiday(school_year, HolidayKind.EASTER)
    assert found.ends_on == easter + DAY == holiday(school_year, HolidayKind.EASTER_MONDAY).starts_on
    assert not is_school_day(easter + DAY, flemish_holidays(school_year))


@given(school_years)
def test_the_days_that_hang_on_easter(school_year: int) -> None:
    easter = easter_sunday(school_year + 1)
    assert holiday(school_year, HolidayKind.CROCUS).ends_on == easter - 41 * DAY
    ascension = holiday(school_year, HolidayKind.ASCENSION)
    assert (ascension.starts_on.weekday(), (ascension.ends_on - DAY).weekday()) == (THURSDAY, FRIDAY)
    assert ascension.starts_on - easter == 39 * DAY
    assert holiday(school_year, HolidayKind.WHIT_MONDAY).starts_on - easter == 50 * DAY


# Among them: the earliest and latest there can be (1818, 2038), and where the lunar table corrects itself (1954, 1981).
@pytest.mark.parametrize(
    "easter",
    ["1818-03-22", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2024-03-31", "2028-04-16", "2038-04-25"],
)
def test_easter_sunday_is_that_of_the_church_tables(easter: str) -> None:
    expected = date.fromisoformat(easter)
    assert easter_sunday(expected.year) == expected


@pytest.mark.parametrize(
    ("on", "school"),
    [
        ("2025-10-24", True),
        ("2025-10-25", False),
        ("2025-11-02", False),
        ("2025-11-03", True),
        ("2025-11-11", False),
        ("2026-05-01", False),
        ("2026-05-13", True),
        ("2026-05-15", False),
        ("2026-06-30", True),
        ("2026-07-01", False),
        ("2026-08-31", False),
    ],
)
def test_school_days_are_weekdays_outside_the_half_open_holidays(on: str, school: bool) -> None:
    assert is_school_day(date.fromisoformat(on), flemish_holidays(2025)) is school


def test_a_day_that_the_school_itself_gives_off_counts_as_any_holiday() -> None:
    study_day = Period(date(2025, 10, 16), date(2025, 10, 17))
    assert is_school_day(study_day.starts_on, flemish_holidays(2025))
    assert not is_school_day(study_day.starts_on, [*flemish_holidays(2025), study_day])


@pytest.mark.parametrize(("on", "school_year"), [("2025-09-01", 2025), ("2026-08-31", 2025), ("2026-01-15", 2025)])
def test_the_school_year_turns_on_1_september(on: str, school_year: int) -> None:
    assert school_year_of(date.fromisoformat(on)) == school_year


# sitemn.gr/Reuzepas/instapdata (2024-25); the other two worked out by hand.
@pytest.mark.parametrize(
    ("school_year", "expected"),
    [
        (2021, "1/9 8/11 10/1 1/2 7/3 19/4 30/5"),
        (2024, "2/9 4/11 6/1 3/2 10/3 22/4 2/6"),
        (2025, "1/9 3/11 5/1 2/2 23/2 20/4 18/5"),
    ],
)
def test_nursery_children_enter_on_the_published_dates(school_year: int, expected: str) -> None:
    assert entry_dates(school_year) == [dated(school_year, text) for text in expected.split()]


@given(school_years)
def test_the_seven_entry_dates_are_different_school_days_in_order(school_year: int) -> None:
    dates = entry_dates(school_year)
    assert len(dates) == len(set(dates)) == ENTRY_DATES_A_YEAR
    assert dates == sorted(dates)
    assert all(is_school_day(on, flemish_holidays(school_year)) for on in dates)


@pytest.mark.parametrize(
    ("school_year", "kind", "week"),
    [
        (2025, HolidayKind.CHRISTMAS, "15/12-19/12"),
        (2025, HolidayKind.ASCENSION, "11/5-13/5"),
        (2025, HolidayKind.ARMISTICE, "10/11"),
        (2025, HolidayKind.SUMMER, "29/6-30/6"),
        (2021, HolidayKind.EASTER_MONDAY, "28/3-1/4"),
        (2024, HolidayKind.ALL_SAINTS, "21/10-25/10"),
    ],
)
def test_the_last_school_week_ends_with_the_last_school_day(school_year: int, kind: HolidayKind, week: str) -> None:
    assert last_school_week_before(holiday(school_year, kind)) == printed(school_year, week)


def test_every_holiday_has_a_name_in_the_three_languages() -> None:
    assert set(HOLIDAY_NAMES) == set(HolidayKind)
    assert all(set(each.name) == {"nl", "fr", "en"} and all(each.name.values()) for each in flemish_holidays(2025))
    assert holiday(2025, HolidayKind.CROCUS).name["nl"] == "Krokusvakantie"
