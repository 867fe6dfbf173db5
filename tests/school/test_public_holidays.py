"""The ten public holidays of Belgium."""

from datetime import date

import pytest

from domain.school.public_holidays import public_holidays


@pytest.mark.parametrize(
    ("year", "moving"),
    [
        (2026, {date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)}),
        (2027, {date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17)}),
    ],
)
def test_ten_a_year(year: int, moving: set[date]) -> None:
    days = public_holidays(year)
    assert len(days) == 10
    assert moving <= days
    assert {date(year, 12, 25), date(year, 7, 21), date(year, 11, 11)} <= days
