"""The order of the day: never outside what a family chose, never two at once, always time for the way."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.visits.rules.day import Wish, order_of_day
from domain.visits.rules.planning import Window

DAWN = datetime(2026, 9, 1, 8, tzinfo=UTC)
TRAVEL = timedelta(minutes=15)
ANNA, BRAM = UUID(int=901), UUID(int=902)


def at(minutes: int) -> datetime:
    return DAWN + timedelta(minutes=minutes)


def window(begin: int, lasting: int) -> Window:
    return Window(at(begin), at(begin + lasting))


def wish(number: int, *windows: Window, where: str = "1080", street: str = "", minutes: int = 30) -> Wish:
    return Wish(UUID(int=number), minutes, windows, (where, street))


WINDOWS = st.builds(window, st.integers(0, 600), st.integers(10, 240))
WISHES = st.lists(st.tuples(st.lists(WINDOWS, max_size=3), st.sampled_from(["1000", "1080", ""]), st.integers(15, 90)), max_size=8)  # fmt: skip
BUSY = st.lists(WINDOWS, max_size=3)


@given(WISHES, BUSY, BUSY, st.integers(0, 8))
def test_what_holds_for_every_day(
    wishes: list[tuple[list[Window], str, int]], anna: list[Window], bram: list[Window], travel: int
) -> None:
    asked = [wish(number, *windows, where=where, minutes=long) for number, (windows, where, long) in enumerate(wishes)]
    busy, way = {ANNA: anna, BRAM: bram}, timedelta(minutes=5 * travel)
    stops = order_of_day(asked, busy, way)
    assert len({stop.wish.visit_id for stop in stops}) == len(stops)
    for stop in stops:
        assert any(one.holds(stop.starts_at, stop.ends_at) for one in stop.wish.windows)
        assert stop.starts_at.minute % 5 == 0
    for staff_id, taken in busy.items():
        walk = [stop for stop in stops if stop.staff_id == staff_id]
        for before, after in pairwise(walk):
            near = before.wish.neighbourhood[0] == after.wish.neighbourhood[0] != ""
            assert after.starts_at - before.ends_at >= (way / 2 if near else way)
            assert after.starts_at - before.ends_at >= after.way_there
        for stop in walk:
            for one in taken:
                assert one.ends_at <= stop.starts_at - stop.way_there or stop.ends_at <= one.starts_at
            # Whoever is needed at school next has time to get back there.
            later = [other.starts_at for other in walk if other.starts_at > stop.starts_at]
            for one in taken:
                if one.starts_at >= stop.ends_at and not any(other <= one.starts_at for other in later):
                    assert one.starts_at - stop.ends_at >= way


def test_neighbours_come_after_each_other() -> None:
    whole = window(0, 480)
    asked = [wish(1, whole, where="1000"), wish(2, whole, where="1080"), wish(3, whole, where="1000")]
    stops = order_of_day(asked, {ANNA: []}, TRAVEL)
    assert [stop.wish.neighbourhood[0] for stop in stops] == ["1000", "1000", "1080"]
    assert [stop.way_there // timedelta(minutes=1) for stop in stops] == [15, 10, 15]


def test_two_walk_apart_and_nobody_is_visited_twice() -> None:
    asked = [wish(number, window(0, 40)) for number in (1, 2, 3)]
    stops = order_of_day(asked, {ANNA: [], BRAM: []}, TRAVEL)
    assert {stop.staff_id for stop in stops} == {ANNA, BRAM}
    assert len(stops) == 2


def test_who_is_taken_goes_when_they_are_free_and_had_time_for_the_way() -> None:
    [stop] = order_of_day([wish(1, window(0, 120))], {ANNA: [window(0, 30)]}, TRAVEL)
    assert stop.starts_at == at(45)
    assert order_of_day([wish(1, window(0, 70))], {ANNA: [window(0, 30)]}, TRAVEL) == []
