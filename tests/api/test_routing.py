"""Routes are found by an index on the shape of the path; what it does not know goes the framework's way."""

import pytest
from fastapi import FastAPI
from house import House
from starlette.routing import Route

from api.routing import Index


def test_every_route_is_found_by_its_own_path(app: FastAPI) -> None:
    """The index alone hands each of them on: none needs the framework to try them all."""
    index = app.router.middleware_stack
    assert isinstance(index, Index)
    for route in app.routes:
        assert isinstance(route, Route) or hasattr(route, "path")
        known = [one for routes in index._by_shape.values() for one in routes]
        assert route in known
    assert len(known) == len(app.routes)


def test_a_fixed_path_wins_over_a_parameter(house: House) -> None:
    assert house.admin_client.post("/v1/calendar-periods/flemish-holidays/2026").status_code == 200
    assert house.admin_client.post("/v1/calendar-periods/flemish-holidays/x").status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("GET", "/v1", 404),
        ("GET", "/v2/rooms", 404),
        ("GET", "/v1/rooms/", 404),
        ("PUT", "/v1/rooms", 405),
        ("DELETE", "/v1/rooms", 405),
        ("HEAD", "/v1/rooms", 405),
        ("OPTIONS", "/v1/rooms", 405),
        ("PATCH", "/v1/me", 405),
        ("GET", "/v1/students/x/enrollments", 405),
    ],
)
def test_what_is_not_there_is_said(house: House, method: str, path: str, status: int) -> None:
    answer = house.admin_client.request(method, path)
    assert answer.status_code == status
    if status == 405:
        assert method not in answer.headers["allow"]
