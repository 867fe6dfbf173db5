"""The doors open: two API workers, one PostgreSQL, and more families than times."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from conferences.crowd.race import Outcome, Race
from conferences.crowd.school import Crowd, bookings, crowd
from conferences.crowd.workers import Serving, two_workers

from api.issuer import EmbeddedIssuer
from domain.kernel.settings import Settings

pytestmark = pytest.mark.slow

CONNECTIONS = httpx.Limits(max_connections=200, max_keepalive_connections=200)
PATIENCE_SECONDS = 300
"""This machine may be busy with other things; no family of these gives up."""
WORDS = {"slot_taken"}
"""Why a family of this crowd can be refused."""


@pytest.fixture(scope="module")
def crowd_url(new_database: Callable[[str], str], worker_id: str) -> str:
    return new_database(f"crowd_{worker_id}")


@pytest.fixture(scope="module")
def crowd_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("crowd")


@pytest.fixture(scope="module")
def served(crowd_url: str, crowd_folder: Path) -> Iterator[Serving]:
    with two_workers(crowd_url, crowd_folder) as workers:
        yield workers


@pytest.fixture
def gather(crowd_url: str, crowd_folder: Path) -> Callable[[int, int, int], tuple[Crowd, dict[int, str]]]:
    def make(families: int, teachers: int, times: int) -> tuple[Crowd, dict[int, str]]:
        made = asyncio.run(crowd(crowd_url, families, teachers, times))
        issuer = EmbeddedIssuer.of(Settings(data_dir=crowd_folder, database_url=crowd_url))
        return made, {number: issuer.token(made.subject(number), seconds=3600) for number in range(families)}

    return make


async def raced(served: Serving, made: Crowd, tokens: dict[int, str], kills: int = 0) -> Outcome:
    """Let them in; a worker is killed each time that another part of the times is booked."""
    async with httpx.AsyncClient(base_url=served.url, limits=CONNECTIONS, timeout=PATIENCE_SECONDS) as client:
        race = Race(made, client, tokens)
        running, before = asyncio.create_task(race.run()), served.cpu()
        for killed in range(1, kills + 1):
            enough = killed * len(made.teachers) * len(made.times) // (kills + 2)
            while len(race.outcome.booked) < enough and not running.done():  # noqa: ASYNC110 - it has no event
                await asyncio.sleep(0.02)
            await served.kill_one()
        outcome = await running
        outcome.cpu = served.cpu() - before
        return outcome


def checked(url: str, made: Crowd, outcome: Outcome) -> None:
    """Nobody twice, nothing lost, everybody told why."""
    slots = len(made.teachers) * len(made.times)
    there = asyncio.run(bookings(url, made.school_id))
    assert len(set(there.values())) == len(there), "a time was booked twice"
    assert {one["id"] for one in outcome.booked.values()} == set(there), "what was acknowledged is there, and no more"
    assert sorted(outcome.slots) == sorted(there.values())
    assert len(there) == min(slots, made.families)
    refused = {number for number in range(made.families) if number not in outcome.booked}
    assert {outcome.refused[number] for number in refused} <= WORDS
    assert {status for status, _ in outcome.answers} <= {201, 409}
    waited = f"p50 {outcome.percentile(0.5):.2f} s, p99 {outcome.percentile(0.99):.2f} s"
    cost = f"{outcome.cpu / len(outcome.answers) * 1e3:.1f} ms of CPU in the workers for each"
    print(
        f"{made.families} families, {slots} slots: {len(outcome.answers)} answers, {waited}, {cost}, {outcome.lost} lost"
    )


@pytest.mark.parametrize(("families", "teachers", "times"), [(300, 10, 20), (1000, 30, 20)])
def test_more_families_than_times(
    served: Serving, gather: Callable, crowd_url: str, families: int, teachers: int, times: int
) -> None:
    made, tokens = gather(families, teachers, times)
    checked(crowd_url, made, asyncio.run(raced(served, made, tokens)))


def test_two_hundred_on_one_slot(served: Serving, gather: Callable, crowd_url: str) -> None:
    made, tokens = gather(200, 1, 1)
    outcome = asyncio.run(raced(served, made, tokens))
    checked(crowd_url, made, outcome)
    assert len(outcome.booked) == 1


def test_the_same_key_fifty_times_at_once(served: Serving, gather: Callable, crowd_url: str) -> None:
    made, tokens = gather(1, 1, 2)
    key = str(uuid4())

    async def fifty() -> list[httpx.Response]:
        async with httpx.AsyncClient(base_url=served.url, limits=CONNECTIONS, timeout=60) as client:
            race = Race(made, client, tokens)
            return await asyncio.gather(*(race.book(0, made.times[0].isoformat(), key) for _ in range(50)))

    answers = asyncio.run(fifty())
    assert {(one.status_code, one.text) for one in answers} == {(201, answers[0].text)}
    assert len(asyncio.run(bookings(crowd_url, made.school_id))) == 1


def test_a_worker_killed_three_times(served: Serving, gather: Callable, crowd_url: str) -> None:
    made, tokens = gather(300, 10, 20)
    outcome = asyncio.run(raced(served, made, tokens, kills=3))
    checked(crowd_url, made, outcome)
