"""The real house: one PostgreSQL for the whole run, one database for each worker, one school for each test."""

import asyncio
import fcntl
import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import calm
import pytest
from fastapi import FastAPI
from house import Client, House, build_house
from hypothesis import HealthCheck, settings

from api.app import create_app
from domain.kernel.database import Database
from domain.kernel.embedded import EmbeddedPostgres
from domain.kernel.migrations import upgrade
from domain.kernel.settings import Settings
from domain.seeding.content import seed_content

SLOW_MACHINE: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("house", derandomize=True, **SLOW_MACHINE)  # what lands is judged twice the same
settings.register_profile("explore", **SLOW_MACHINE)  # `make test-all` goes looking
settings.load_profile("house")

sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]  # or httpx looks for it on disk at every request

TEMPLATE = "template_samenspraak"
CATALOGUE = Path(__file__).parents[1] / "seed_content" / "catalogue"


def pytest_collection_finish() -> None:
    calm.settle()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    return getattr(request.config, "workerinput", {}).get("workerid", "master")


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One worker at a time."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def openapi_document(shared_folder: Path) -> dict[str, Any]:
    """What the app says of itself: made once for all workers, since making it takes seconds."""
    kept = shared_folder / "openapi.json"
    with _alone(shared_folder / "openapi-lock"):
        if not kept.exists():
            bare = create_app(Settings(database_url="postgresql:///nowhere", data_dir=shared_folder, log_level="error"))
            kept.write_text(json.dumps(bare.openapi()))
    return json.loads(kept.read_text())  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest, shared_folder: Path, worker_id: str) -> Iterator[EmbeddedPostgres]:
    """The server of this run, with a migrated template database that has the library; the last to leave stops it."""
    if worker_id not in {"master", "gw0"}:
        request.getfixturevalue("openapi_document")  # while the first worker makes the template
    server = EmbeddedPostgres(shared_folder / "postgres")
    users = shared_folder / "postgres-users"
    with _alone(shared_folder / "postgres-lock"):
        server.start(durable=False)
        is_first = not users.exists()
        count = 0 if is_first else int(users.read_text())
        if is_first:
            asyncio.run(_execute(server.url, f"CREATE DATABASE {TEMPLATE}"))
            upgrade(server.url_for(TEMPLATE))
            asyncio.run(_stock(server.url_for(TEMPLATE)))
        users.write_text(str(count + 1))
    yield server
    with _alone(shared_folder / "postgres-lock"):
        left = int(users.read_text()) - 1
        users.write_text(str(left))
        if left == 0:
            server.stop()


async def _stock(url: str) -> None:
    async with Database(url, reads=1, writes=1).opened() as database:
        await seed_content(database, CATALOGUE)


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(statement)
    await connection.close()


@pytest.fixture(scope="session")
def new_database(postgres: EmbeddedPostgres) -> Callable[[str], str]:
    """Makes a migrated database with this name and gives its URL."""

    def make(name: str) -> str:
        asyncio.run(_execute(postgres.url, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))
        return postgres.url_for(name)

    return make


@pytest.fixture(scope="session")
def database_url(new_database: Callable[[str], str], worker_id: str) -> str:
    return new_database(f"worker_{worker_id}")


@pytest.fixture(scope="session")
def run() -> Iterator[Callable[[Any], Any]]:
    """Runs a coroutine on the loop on which the app lives."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield lambda coroutine: asyncio.run_coroutine_threadsafe(coroutine, loop).result(60)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture(scope="session")
def app(
    database_url: str,
    openapi_document: dict[str, Any],
    run: Callable[[Any], Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[FastAPI]:
    folder = tmp_path_factory.mktemp("data")
    made = create_app(
        Settings(database_url=database_url, data_dir=folder, requests_per_minute=100_000, log_level="error")
    )
    made.openapi_schema = openapi_document
    lifespan = made.router.lifespan_context(made)
    run(lifespan.__aenter__())
    yield made
    run(lifespan.__aexit__(None, None, None))


@pytest.fixture
def house(app: FastAPI, run: Callable[[Any], Any]) -> House:
    """A primary school of this test's own."""
    return build_house(app, run)


@pytest.fixture
def other_house(app: FastAPI, run: Callable[[Any], Any]) -> House:
    """A second school, whose people must never see the first."""
    return build_house(app, run)


@pytest.fixture
def nobody(app: FastAPI, run: Callable[[Any], Any]) -> Client:
    """A caller without a token."""
    return Client(app, run)


@pytest.fixture
def another_app(app: FastAPI, database_url: str, run: Callable[[Any], Any], tmp_path: Path) -> Iterator[Any]:
    """Makes an app with settings of its own; it closes when the test ends."""
    opened = []

    def make(**given: Any) -> FastAPI:
        made = create_app(
            Settings(**{"database_url": database_url, "data_dir": tmp_path, "log_level": "error", **given})
        )
        made.openapi_schema = app.openapi()
        lifespan = made.router.lifespan_context(made)
        run(lifespan.__aenter__())
        opened.append(lifespan)
        return made

    yield make
    for lifespan in opened:
        run(lifespan.__aexit__(None, None, None))
