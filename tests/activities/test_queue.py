"""Who moves up: never over capacity, in order, and nothing more the second time."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from domain.activities.rules.queue import moving_up


@dataclass(frozen=True)
class Family:
    number: int
    people: int


queues = st.lists(st.integers(1, 8), max_size=30).map(lambda sizes: [Family(*one) for one in enumerate(sizes)])
places = st.none() | st.integers(-5, 40)


@given(places, queues)
def test_never_over_capacity(left: int | None, queue: list[Family]) -> None:
    moved = list(moving_up(left, queue))
    assert left is None or sum(one.people for one in moved) <= max(left, 0)


@given(places, queues)
def test_nobody_passes_one_who_would_fit(left: int | None, queue: list[Family]) -> None:
    moved = list(moving_up(left, queue))
    assert moved == sorted(moved, key=lambda one: one.number)
    for stays in set(queue) - set(moved):
        before = sum(one.people for one in moved if one.number < stays.number)
        assert left is not None
        assert before + stays.people > left, "there was room when it was their turn"


@given(places, queues)
def test_the_second_time_nothing_moves(left: int | None, queue: list[Family]) -> None:
    moved = list(moving_up(left, queue))
    rest = [one for one in queue if one not in moved]
    still = None if left is None else left - sum(one.people for one in moved)
    assert list(moving_up(still, rest)) == []


@given(queues)
def test_everybody_is_welcome_without_a_number(queue: list[Family]) -> None:
    assert list(moving_up(None, queue)) == queue


def test_a_big_family_at_the_head_blocks_nobody_and_keeps_its_place() -> None:
    big, small, other = Family(0, 5), Family(1, 2), Family(2, 1)
    assert list(moving_up(2, [big, small, other])) == [small]
    assert list(moving_up(5, [big, other])) == [big]
