"""Which times are open: for whom, beside what."""

from conferences.bookable import at, bookable, booked, on_first, open_times, talk
from house import House


def test_grid_within_the_evenings(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    assert on_first(open_times(house.sara_client, rows)) == [0, 10, 20, 30, 40, 50]


def test_a_booked_time_is_gone_for_everybody(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    one = booked(house.sara_client, rows, talk(rows, 20))
    assert one["starts_at"] == at(20).replace("+00:00", "+00:00")
    assert on_first(open_times(house.omar_client, rows)) == [0, 10, 30, 40, 50]
