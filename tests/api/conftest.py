"""What the tests of the edge share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from house import Client, operator

from api.app import create_app
from domain.kernel.settings import Settings

Make = Callable[..., FastAPI]


@pytest.fixture
def operator_client(app: FastAPI, run: Callable[[Any], Any]) -> Client:
    """The platform operator."""
    return operator(app, run)


@pytest.fixture
def another_app(app: FastAPI, database_url: str, run: Callable[[Any], Any], tmp_path: Path) -> Iterator[Make]:
    """Makes an app with settings of its own on the same database; it closes when the test ends."""
    open_apps = []

    def make(**settings: Any) -> FastAPI:
        given = {"database_url": database_url, "data_dir": tmp_path, "log_level": "error", **settings}
        made = create_app(Settings(**given))
        made.openapi_schema = app.openapi()
        lifespan = made.router.lifespan_context(made)
        run(lifespan.__aenter__())
        open_apps.append(lifespan)
        return made

    yield make
    for lifespan in open_apps:
        run(lifespan.__aexit__(None, None, None))
