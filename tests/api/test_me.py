"""Who am I here: roles, permissions and persons, as the database has them at this moment."""

import pytest
from house import Client, House, client

from domain.kernel.grants import PERMISSIONS
from domain.kernel.permissions import Permission, Role

PEOPLE = {
    "admin": (Role.ADMINISTRATOR, None),
    "coordinator": (Role.COORDINATOR, None),
    "anna": (Role.TEACHER, "staff_id"),
    "sara": (Role.GUARDIAN, "guardian_id"),
    "student": (Role.STUDENT, "student_id"),
    "interpreter": (Role.INTERPRETER, "interpreter_id"),
    "system": (Role.INTEGRATION_CLIENT, None),
}
IDS = {"staff_id", "guardian_id", "student_id", "interpreter_id"}


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_learns_who_they_are(house: House, name: str) -> None:
    role, person = PEOPLE[name]
    me = getattr(house, f"{name}_client").get("/v1/me").json()
    assert (me["school_id"], me["roles"]) == (str(house.id), [role])
    assert me["permissions"] == [permission for permission, roles in PERMISSIONS.items() if role in roles]
    assert {key: me[key] for key in IDS} == {key: str(house.ids[name]) if key == person else None for key in IDS}


def test_a_client_may_what_its_token_names(house: House) -> None:
    some = {Permission.ME_READ, Permission.CHANGES_READ}
    token = client(house.app, house.run, house.subjects["system"], scope=" ".join(some))
    assert set(token.get("/v1/me").json()["permissions"]) == some


def test_the_operator_belongs_to_the_platform(operator_client: Client) -> None:
    me = operator_client.get("/v1/me").json()
    assert (me["school_id"], me["roles"]) == ("00000000-0000-0000-0000-000000000000", ["platform_operator"])
