"""The routes of the app, as the tests go through them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from api.app import create_app
from api.session import Reads, Writes
from domain.kernel.permissions import Permission
from domain.kernel.settings import Settings

WITH_A_LINK = {
    "/v1/availability-links/look": "asks for the secret of a one-time link (tests/conferences/test_links.py)",
    "/v1/availability-links/answer": "likewise",
    "/v1/message-links/look": "asks for the secret of a one-time link (tests/messaging/links/test_looking.py)",
    "/v1/message-links/answer": "likewise (tests/messaging/links/test_answering.py)",
}
"""What asks no token in the API proper, and why."""


@dataclass(frozen=True)
class Operation:
    """One method of one path, and the guards that stand before it."""

    method: str
    path: str
    guards: tuple[Reads | Writes, ...]

    @property
    def permission(self) -> Permission:
        return self.guards[0].permission


@cache
def bare_app() -> FastAPI:
    """The app without a database: to see its routes."""
    return create_app(Settings(database_url="postgresql:///nowhere", data_dir=Path(mkdtemp()), log_level="error"))


@cache
def operations() -> dict[str, Operation]:
    """Every operation of the API proper, by operation id."""
    routes = [route for route in bare_app().routes if isinstance(route, APIRoute) and _asks_a_token(route.path)]
    return {
        str(route.operation_id): Operation(method, route.path, tuple(_guards(route.dependant)))
        for route in routes
        for method in route.methods or ()
    }


def _asks_a_token(path: str) -> bool:
    return path.startswith("/v1/") and path not in WITH_A_LINK


def _guards(dependant: Dependant) -> list[Reads | Writes]:
    found = [dependant.call] if isinstance(dependant.call, Reads | Writes) else []
    return found + [guard for inner in dependant.dependencies for guard in _guards(inner)]
