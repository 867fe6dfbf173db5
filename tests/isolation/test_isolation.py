"""A matrix over every operation: who may, may, and nobody else; and no school ever reaches into another."""

import json
from typing import Any
from uuid import uuid4

import pytest
from fastapi.routing import APIRoute
from house import Client, House, client
from isolation.deeds import DEEDS
from isolation.operations import bare_app, operations
from isolation.scene import Scene

from api.session import Reads, Writes
from domain.kernel.grants import PERMISSIONS
from domain.kernel.permissions import Permission, Role

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
    "/demo/mail": "invented people only; not in production",
    "/demo/mail/{mail_id}": "likewise",
    "/health/live": "for those who run it",
    "/health/ready": "for those who run it",
    "/metrics": "for those who run it; holds nothing of persons",
}
"""What stands in the document and asks no token, and why."""
NOT_IN_THE_DOCUMENT = {"/", "/docs", "/docs/assets/{edition}/{name}", "/f", "/openapi.json"}


# what there is


def test_routes_and_document_are_the_same(openapi_document: dict[str, Any]) -> None:
    documented = {(method.upper(), path) for path, item in openapi_document["paths"].items() for method in item}
    routes = bare_app().routes
    there = {(method, route.path) for route in routes if isinstance(route, APIRoute) for method in route.methods or ()}
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


@pytest.mark.parametrize("name", sorted(set(OPERATIONS) & set(DEEDS)))
def test_who_may_do_it_and_nobody_else(name: str, house: House, other_house: House) -> None:
    scene = Scene(name, house)
    assert scene.done(Client(house.app, house.run)).status_code == 401
    _denied_to_other_roles(scene)
    _hidden_from_other_schools(scene, other_house)
    _points_into_no_other_school(scene, other_house)
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
        for row_id in (scene.shown, scene.house.id, *scene.house.ids.values()):
            assert row_id is None or str(row_id) not in seen, "another school sees it in a list"


def _points_into_no_other_school(scene: Scene, other_house: House) -> None:
    """Row security does not check foreign keys: a body could name a row of another school."""
    if scene.deed.body is None:
        return
    said = json.dumps(scene.body)
    foreign = said
    for name, row_id in scene.house.ids.items():
        foreign = foreign.replace(str(row_id), str(other_house.ids[name]))
    if "conversation_id" in said:
        foreign = json.dumps(scene.deed.body(other_house))
    if foreign != said:
        answer = scene.done(scene.by(scene.deed.by), body=json.loads(foreign))
        assert answer.status_code in {404, 422}, "a body points into another school"
        assert not any(str(row_id) in answer.text for row_id in other_house.ids.values())
