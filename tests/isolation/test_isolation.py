"""A matrix over every operation: who may, may, and nobody else; and no school ever reaches into another."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi.routing import APIRoute
from house import Client, House, client, operator
from isolation.deed import Deed
from isolation.deeds import DEEDS
from isolation.operations import Operation, bare_app, operations

from api.session import Reads, Writes
from domain.kernel.permissions import PERMISSIONS, Permission, Role

OPERATIONS = operations()
BY_ROLE = {
    Role.PLATFORM_OPERATOR: "operator",
    Role.ADMINISTRATOR: "admin",
    Role.COORDINATOR: "coordinator",
    Role.TEACHER: "anna",
    Role.GUARDIAN: "sara",
    Role.STUDENT: "student",
    Role.INTERPRETER: "interpreter",
    Role.INTEGRATION_CLIENT: "system",
}
FOR_EVERYBODY = {
    "/.well-known/jwks.json": "public keys",
    "/oauth/token": "asks for a secret of its own",
    "/health/live": "for those who run it",
    "/health/ready": "for those who run it",
    "/metrics": "for those who run it; holds nothing of persons",
}
"""What stands in the document and asks no token, and why."""
NOT_IN_THE_DOCUMENT = {"/", "/docs", "/docs/assets/{edition}/{name}", "/openapi.json"}


# what there is


def test_routes_and_document_are_the_same() -> None:
    documented = {
        (method.upper(), path) for path, item in bare_app().openapi()["paths"].items() for method in item
    }
    routes = bare_app().routes
    there = {(method, route.path) for route in routes if isinstance(route, APIRoute) for method in route.methods}
    assert there == documented
    rest = {getattr(route, "path", str(route)) for route in routes if not isinstance(route, APIRoute)}
    assert rest == NOT_IN_THE_DOCUMENT
    assert {path for _, path in documented if not path.startswith("/v1/")} == set(FOR_EVERYBODY)


def test_every_operation_is_in_the_matrix() -> None:
    missing, gone = sorted(set(OPERATIONS) - set(DEEDS)), sorted(set(DEEDS) - set(OPERATIONS))
    assert not missing, f"say in tests/isolation/deeds_<subject>.py how these are done: {missing}"
    assert not gone, f"these are no operations (any longer), take them out of tests/isolation/deeds_*.py: {gone}"


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_names_its_permission(name: str) -> None:
    operation = OPERATIONS[name]
    assert len(operation.guards) == 1, "one `reads(Permission.…)` or `writes(Permission.…)`"
    assert operation.permission in PERMISSIONS
    assert isinstance(operation.guards[0], Reads | Writes if operation.method == "GET" else Writes)
    verb = operation.permission.partition(":")[2]
    assert operation.method == "GET" or verb != "read", f"{name} changes things with a permission to read"


def test_every_permission_has_its_roles_and_its_use() -> None:
    assert set(PERMISSIONS) == set(Permission)
    assert {operation.permission for operation in OPERATIONS.values()} == set(Permission)


# who may


class Scene:
    """An operation in a house, with all that its deed needs made ready."""

    def __init__(self, name: str, house: House) -> None:
        self.operation: Operation = OPERATIONS[name]
        self.deed: Deed = DEEDS[name]
        self.house = house
        self.shown = self.deed.shows(house) if self.deed.shows else None
        self.ids = self.deed.ids(house)
        self.url = self.operation.path.format(**self.ids)
        self.body = self.deed.body(house) if self.deed.body else None
        self.tag = self._tag() if self.operation.method in {"PUT", "PATCH", "DELETE"} else None

    def by(self, name: str, house: House | None = None) -> Client:
        house = house or self.house
        return operator(house.app, house.run) if name == "operator" else getattr(house, f"{name}_client")

    def done(self, caller: Client, url: str | None = None) -> httpx.Response:
        headers = {"If-Match": self.tag} if self.tag else {}
        more: dict[str, Any] = {} if self.body is None else {"json": self.body}
        if self.deed.content:
            media_type, content = self.deed.content()
            headers, more = headers | {"Content-Type": media_type}, {"content": content}
        return caller.request(self.operation.method, url or self.url, headers=headers, **more)

    def _tag(self) -> str:
        """The version that the deed starts from."""
        where = self.deed.version_at.format(**self.ids) if self.deed.version_at else self.url
        return str(self.by(self.deed.by).get(where).headers["etag"])


@pytest.mark.parametrize("name", sorted(set(OPERATIONS) & set(DEEDS)))
def test_who_may_do_it_and_nobody_else(name: str, house: House, other_house: House) -> None:
    scene = Scene(name, house)
    assert scene.done(Client(house.app, house.run)).status_code == 401
    _denied_to_other_roles(scene)
    _hidden_from_other_schools(scene, other_house)
    twin = scene.done(scene.by(scene.deed.by))
    wanted = range(200, 300) if scene.deed.answers == 200 else [scene.deed.answers]
    assert twin.status_code in wanted, f"the permitted twin fails, so the denials prove little: {twin.text}"
    assert scene.shown is None or scene.shown in twin.text


def _denied_to_other_roles(scene: Scene) -> None:
    permission, house = scene.operation.permission, scene.house
    for role in sorted(set(Role) - PERMISSIONS[permission]):
        denied = scene.done(scene.by(BY_ROLE[role]))
        assert (denied.status_code, denied.json()["code"]) == (403, "forbidden"), role
    others = " ".join(set(Permission) - {permission})
    unscoped = client(house.app, house.run, house.subjects["system"], scope=others)
    assert scene.done(unscoped).status_code == 403, "a system whose token lacks the scope"


def _hidden_from_other_schools(scene: Scene, other_house: House) -> None:
    stranger = scene.by(scene.deed.by, other_house)
    if "{row_id}" in scene.operation.path:
        nowhere = scene.operation.path.format(**{**scene.ids, "row_id": uuid4()})
        assert scene.done(scene.by(scene.deed.by), nowhere).status_code == 404, "what does not exist is found"
    if "{" in scene.operation.path and not scene.deed.everybodys:
        theirs = scene.deed.theirs(scene.house) if scene.deed.theirs else scene.ids
        hidden = scene.done(stranger, scene.operation.path.format(**theirs))
        assert (hidden.status_code, hidden.json()["code"]) == (404, "not_found"), "another school reaches it"
    elif scene.operation.method == "GET":
        seen = scene.done(stranger).text
        for row_id in {scene.shown, str(scene.house.id), *map(str, scene.house.ids.values())} - {None}:
            assert row_id not in seen, "another school sees it in a list"


NAMING = sorted(name for name in OPERATIONS if name in DEEDS and DEEDS[name].body)


@pytest.mark.parametrize("name", NAMING)
def test_a_body_may_name_nobody_of_another_school(name: str, house: House, other_house: House) -> None:
    """Row security does not check foreign keys: a body could point into another school."""
    theirs, ours = Scene(name, other_house), Scene(name, house)
    named = [one for one in map(str, [*other_house.ids.values()]) if one in json.dumps(theirs.body)]
    if not named and "conversation_id" not in str(theirs.body):
        pytest.skip("names nobody")
    ours.body = theirs.body
    answer = ours.done(ours.by(ours.deed.by))
    assert answer.status_code in {404, 422}, answer.text
    assert not any(one in answer.text for one in named)
