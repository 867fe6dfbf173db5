"""Two API workers, one PostgreSQL, 200 families and 30 places; some cancel, and some come with fewer."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from activities.rush.families import Crowd
from activities.rush.judge import judged
from activities.rush.school import Rush, rush
from conferences.crowd.workers import Serving, two_workers

from api.issuer import EmbeddedIssuer
from domain.kernel.settings import Settings

pytestmark = pytest.mark.slow

CONNECTIONS = httpx.Limits(max_connections=200, max_keepalive_connections=200)
PATIENCE_SECONDS = 300


@pytest.fixture(scope="module")
def rush_url(new_database: Callable[[str], str], worker_id: str) -> str:
    return new_database(f"rush_{worker_id}")


@pytest.fixture(scope="module")
def rush_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rush")


@pytest.fixture(scope="module")
def served(rush_url: str, rush_folder: Path) -> Iterator[Serving]:
    with two_workers(rush_url, rush_folder) as workers:
        yield workers


async def rushed(served: Serving, made: Rush, tokens: dict[int, str], biggest: int) -> Crowd:
    async with httpx.AsyncClient(base_url=served.url, limits=CONNECTIONS, timeout=PATIENCE_SECONDS) as client:
        crowd = Crowd(made, client, tokens, biggest)
        await crowd.run()
        return crowd


@pytest.mark.parametrize("biggest", [1, 5])
def test_two_hundred_families_and_thirty_places(
    served: Serving, rush_url: str, rush_folder: Path, biggest: int
) -> None:
    made = asyncio.run(rush(rush_url, 200, 30))
    issuer = EmbeddedIssuer.of(Settings(data_dir=rush_folder, database_url=rush_url))
    tokens = {number: issuer.token(made.subject(number), seconds=3600) for number in range(made.families)}
    states = judged(rush_url, asyncio.run(rushed(served, made, tokens, biggest)))
    assert states.total() == 200
    if biggest == 1:
        assert states["signed_up"] == 30
    print(dict(states))
