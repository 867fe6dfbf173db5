"""Hours of the week when the clock jumps, at the end of a year, and in long holidays (Europe/Brussels)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.plans.decision.clock_time import first_instant
from domain.plans.decision.week import MINUTES, Week, minute_of
from domain.school.calendar import Period
from domain.school.days_off import DaysOff

BRUSSELS = ZoneInfo("Europe/Brussels")


def every_day(*spans: str) -> Week:
    day = tuple((minute_of(one[:5]), minute_of(one[6:])) for one in spans)
    return (day,) * 7


def first(week: Week, moment: str, *, days_off: DaysOff | None = None) -> str | None:
    found = first_instant(week, datetime.fromisoformat(moment), BRUSSELS, lambda day: day in (days_off or ()))
    return found and found.astimezone(BRUSSELS).isoformat(timespec="minutes")


NIGHTS = [
    # a night that misses an hour: 02:00 is 03:00
    ("02:30-04:00", "2026-03-29T00:00+01:00", "2026-03-29T03:00+02:00"),
    ("02:15-02:45", "2026-03-29T00:00+01:00", "2026-03-30T02:15+02:00"),
    ("01:30-03:30", "2026-03-29T01:00+01:00", "2026-03-29T01:30+01:00"),
    ("03:00-04:00", "2026-03-29T01:59+01:00", "2026-03-29T03:00+02:00"),
    ("08:00-09:00", "2026-03-28T09:00+01:00", "2026-03-29T08:00+02:00"),
    ("02:30-04:00", "2027-03-28T00:00+01:00", "2027-03-28T03:00+02:00"),
    ("08:00-09:00", "2027-03-27T09:00+01:00", "2027-03-28T08:00+02:00"),
    # a night in which an hour comes twice: 03:00 is 02:00 again
    ("02:15-02:45", "2026-10-25T00:00+02:00", "2026-10-25T02:15+02:00"),
    ("02:15-02:45", "2026-10-25T02:50+02:00", "2026-10-25T02:15+01:00"),
    ("02:15-02:45", "2026-10-25T02:20+01:00", "2026-10-25T02:20+01:00"),
    ("02:15-02:45", "2026-10-25T02:45+01:00", "2026-10-26T02:15+01:00"),
    ("01:30-02:30", "2026-10-25T02:40+02:00", "2026-10-25T02:00+01:00"),
    ("08:00-09:00", "2026-10-24T09:00+02:00", "2026-10-25T08:00+01:00"),
    # the last night of a year
    ("07:30-19:00", "2026-12-31T19:00+01:00", "2027-01-01T07:30+01:00"),
    ("00:00-00:30", "2026-12-31T23:59+01:00", "2027-01-01T00:00+01:00"),
]


@pytest.mark.parametrize(("hours", "moment", "expected"), NIGHTS)
def test_the_first_instant_is_one_of_the_clock(hours: str, moment: str, expected: str) -> None:
    assert first(every_day(hours), moment) == expected


def test_what_is_asked_in_utc_is_answered_on_the_clock_of_the_school() -> None:
    assert first(every_day("08:00-09:00"), "2026-07-01T05:59+00:00") == "2026-07-01T08:00+02:00"
    assert first(every_day("08:00-09:00"), "2026-07-01T06:30+00:00") == "2026-07-01T08:30+02:00"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-12-18T16:30+01:00", "2027-01-04T08:00+01:00"),  # Christmas, over the end of the year
        ("2026-12-24T10:00+01:00", "2027-01-04T08:00+01:00"),
        ("2027-06-30T16:30+02:00", "2027-09-01T08:00+02:00"),  # the whole summer
        ("2027-05-05T17:00+02:00", "2027-05-10T08:00+02:00"),  # Ascension and its bridge
        ("2027-03-26T17:00+01:00", "2027-04-12T08:00+02:00"),  # Easter, over a night that misses an hour
    ],
)
def test_school_days_are_those_of_flemish_schools(moment: str, expected: str) -> None:
    assert first(every_day("08:00-16:30"), moment, days_off=DaysOff()) == expected


def test_the_schools_own_calendar_counts() -> None:
    own = DaysOff([Period(date(2026, 11, 2), date(2026, 11, 9))], [Period(date(2026, 11, 9), date(2026, 11, 10))])
    assert first(every_day("08:00-16:30"), "2026-10-30T17:00+01:00", days_off=own) == "2026-11-10T08:00+01:00"
    assert first(every_day("08:00-16:30"), "2026-12-22T09:00+01:00", days_off=own) == "2026-12-22T09:00+01:00"


def test_the_search_ends() -> None:
    closed = DaysOff([Period(date(2026, 9, 1), date(2027, 9, 1))])
    assert first(every_day("08:00-16:30"), "2026-09-01T09:00+02:00", days_off=closed) is None
    assert first(((),) * 7, "2026-09-01T09:00+02:00") is None


def test_a_whole_day_is_open_at_any_time() -> None:
    week: Week = (((0, MINUTES),),) * 7
    for moment in ("2026-03-29T01:59:59+00:00", "2026-10-25T00:30:30+00:00", "2026-12-31T23:00:00+00:00"):
        asked = datetime.fromisoformat(moment)
        assert first_instant(week, asked, BRUSSELS, lambda _: False) == asked.astimezone(UTC)
