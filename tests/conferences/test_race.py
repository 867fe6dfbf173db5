"""Many at once, in small: nothing but the key of the claims keeps them apart (R16)."""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest
from conferences.crowd.race import Outcome, Race
from conferences.crowd.school import bookings, crowd
from fastapi import FastAPI


def raced(app: FastAPI, run: Callable[[Any], Any], url: str, families: int, times: int) -> tuple[Outcome, Counter[Any]]:
    """Families and one teacher; what came of it, and how often each time was booked."""
    made = asyncio.run(crowd(url, families, 1, times))
    tokens = {number: app.state.issuer.token(made.subject(number), seconds=600) for number in range(families)}

    async def race() -> Outcome:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://school.test") as client:
            return await Race(made, client, tokens).run()

    return run(race()), Counter(asyncio.run(bookings(url, made.school_id)).values())


def test_more_families_than_times(app: FastAPI, run: Callable[[Any], Any], database_url: str) -> None:
    outcome, there = raced(app, run, database_url, 8, 4)
    assert sorted(outcome.slots) == sorted(there)
    assert set(there.values()) == {1}
    assert len(there) == 4
    assert [outcome.refused[number] for number in range(8) if number not in outcome.booked] == ["slot_taken"] * 4


def test_many_on_one_slot(app: FastAPI, run: Callable[[Any], Any], database_url: str) -> None:
    outcome, there = raced(app, run, database_url, 8, 1)
    assert (len(outcome.booked), set(there.values())) == (1, {1})
    assert {status for status, _ in outcome.answers} == {201, 409}


@pytest.fixture
def without_key(another_app: Any, new_database: Callable[[str], str], worker_id: str) -> tuple[FastAPI, str]:
    """The same app on a database of its own, whose claims have no key."""
    url = new_database(f"keyless_{worker_id}")

    async def drop() -> None:
        connection = await asyncpg.connect(url)
        await connection.execute("ALTER TABLE claims DROP CONSTRAINT claims_pkey")
        await connection.close()

    asyncio.run(drop())
    return another_app(database_url=url, requests_per_minute=100_000), url


def test_without_the_key_the_race_is_lost(without_key: tuple[FastAPI, str], run: Callable[[Any], Any]) -> None:
    """On a busy machine not at once, so a few times."""
    app, url = without_key
    races = (raced(app, run, url, 8, 1)[1] for _ in range(10))
    assert any(max(there.values()) > 1 for there in races), "several were booked on one time: so the race does happen"
