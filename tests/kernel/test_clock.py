"""The only clock."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.kernel import clock

A_SECOND = timedelta(seconds=1)
THEN = datetime(2026, 9, 1, 7, 30, tzinfo=UTC)


def near(moment: datetime) -> bool:
    return abs(clock.now() - moment) < A_SECOND


def test_now_is_an_aware_moment_in_utc() -> None:
    assert near(datetime.now(UTC))
    assert clock.now().tzinfo is UTC


def test_it_starts_from_another_moment_goes_on_and_comes_back() -> None:
    with clock.at(THEN):
        first = clock.now()
        assert near(THEN)
        assert clock.now() >= first
        with clock.at(THEN + timedelta(days=1)):
            assert near(THEN + timedelta(days=1))
        assert near(THEN)
    assert near(datetime.now(UTC))


def test_it_comes_back_after_an_error_too() -> None:
    try:
        with clock.at(THEN):
            raise KeyError
    except KeyError:
        assert near(datetime.now(UTC))


def test_each_task_has_a_clock_of_its_own() -> None:
    async def shifted(moment: datetime) -> bool:
        with clock.at(moment):
            await asyncio.sleep(0.01)
            return near(moment)

    async def both() -> Any:
        return await asyncio.gather(shifted(THEN), shifted(THEN + timedelta(days=9)))

    assert asyncio.run(both()) == [True, True]
