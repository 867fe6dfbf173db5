"""The app on a port, and a phone to open it with."""

import socket
from collections.abc import Iterator
from threading import Thread

import pytest
import uvicorn
from chromium import BINARY, Tab, launched
from fastapi import FastAPI

from api.app import create_app


@pytest.fixture(scope="module")
def site(app: FastAPI) -> Iterator[str]:
    """The app of the tests, on a loop of its own."""
    made = create_app(app.state.settings)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(made, ws="none", log_level="warning"))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def tab() -> Iterator[Tab]:
    if BINARY is None:
        pytest.skip("no browser")
    with launched() as tab:
        tab.call("Emulation.setDeviceMetricsOverride", width=360, height=740, deviceScaleFactor=1, mobile=True)
        yield tab
