"""A town of its own: a worker's round looks into every school of its database."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from house import House, Run, build_house
from messaging.channels.mail_servers import Mailbox, open_for
from messaging.channels.web_servers import Web, web_server
from messaging.follows import say
from messaging.sending.office import Office, reachable

from api.app import create_app
from domain.kernel.settings import Settings
from domain.messaging.models import Messaging


@pytest.fixture(scope="session")
def town(
    app: FastAPI, new_database: Callable[[str], str], worker_id: str, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FastAPI]:
    url, folder = new_database(f"sending_{worker_id}"), tmp_path_factory.mktemp("data")
    made = create_app(Settings(database_url=url, data_dir=folder, requests_per_minute=100_000, log_level="error"))
    made.openapi_schema = app.openapi()
    lifespan = made.router.lifespan_context(made)
    run(lifespan.__aenter__())
    yield made
    run(lifespan.__aexit__(None, None, None))


@pytest.fixture
def house(town: FastAPI, run: Run) -> House:
    return build_house(town, run)


@pytest.fixture
def other_house(town: FastAPI, run: Run) -> House:
    return build_house(town, run)


@pytest.fixture
def box(run: Run) -> Iterator[Mailbox]:
    with open_for(run, Mailbox()) as opened:
        yield opened


@pytest.fixture
def web(run: Run) -> Iterator[Web]:
    with web_server(run) as opened:
        yield opened


@pytest.fixture
def office(house: House, box: Mailbox, web: Web, tmp_path: Path) -> Iterator[Office]:
    """Sara and Omar have mail, and all of it goes through here."""
    opened = Office(reachable(house), tmp_path / "journals", {"smtp_url": box.url, "sms_url": web.url})
    yield opened
    opened.changes(Messaging, quiet_from="19:00", is_paused=True)
    say(house)
