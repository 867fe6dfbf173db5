"""When a way that did not work is tried again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.messaging.rules.retrying import FIRST, IN_ALL, LONGEST, next_try

BEGAN = datetime(2026, 10, 24, 22, tzinfo=UTC)
PAUSES = st.timedeltas(timedelta(0), timedelta(days=2))
CHANCES = st.floats(0, 1)


@given(st.integers(1, 10**6), PAUSES, st.none() | PAUSES, CHANCES)
def test_always_later_never_too_late(attempts: int, since: timedelta, until: timedelta | None, chance: float) -> None:
    now, too_late_at = BEGAN + since, BEGAN + until if until is not None else None
    again = next_try(attempts, BEGAN, now, too_late_at, chance)
    if again is not None:
        assert FIRST * 0.75 <= again - now <= LONGEST * 1.25
        assert again <= BEGAN + IN_ALL
        assert too_late_at is None or again < too_late_at
    elif too_late_at is None:
        assert now + LONGEST * 1.25 > BEGAN + IN_ALL


@given(st.lists(CHANCES, min_size=60, max_size=60))
def test_it_comes_to_an_end_within_a_day_and_a_few_dozen_tries(chances: list[float]) -> None:
    now, tries = BEGAN, 0
    for chance in chances:
        tries += 1
        again = next_try(tries, BEGAN, now, None, chance)
        if again is None:
            break
        now = again
    assert 15 < tries < 40
    assert now <= BEGAN + IN_ALL


@given(st.integers(1, 40), CHANCES)
def test_each_pause_is_longer_until_the_longest(attempts: int, chance: float) -> None:
    once, more = (next_try(count, BEGAN, BEGAN, None, chance) for count in (attempts, attempts + 1))
    assert once
    assert more
    assert once <= more
