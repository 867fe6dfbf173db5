"""Who may enter a school: given by its administrator, the first one by the operator."""

from typing import Any
from uuid import uuid4

import pytest
from house import Client, House, client

from api.issuer import ISSUER
from domain.kernel.permissions import Role
from domain.kernel.role_holders import WHO


def role(house: House, name: str, **more: Any) -> dict[str, Any]:
    return {"issuer": ISSUER, "subject": f"somebody-{uuid4()}", "role": name, **more}


PEOPLE = {"staff_id": "anna", "guardian_id": "sara", "student_id": "student", "interpreter_id": "interpreter"}


@pytest.mark.parametrize("name", WHO)
def test_a_role_of_a_person_says_who_it_is(house: House, name: Role) -> None:
    field = WHO[name]
    answer = house.admin_client.post("/v1/memberships", role(house, name))
    assert (answer.status_code, answer.json()["code"]) == (422, "person_needed")
    assert answer.json()["errors"][0]["pointer"] == f"/{field}"
    body = role(house, name, **{field: getattr(house, PEOPLE[field])})
    made = house.admin_client.made("/v1/memberships", body)
    assert made[field] == body[field]
    me = client(house.app, house.run, body["subject"]).get("/v1/me").json()
    assert (me["roles"], me[field]) == ([name], body[field])


def test_a_person_of_another_school_is_nobody_here(house: House, other_house: House) -> None:
    for name, field in WHO.items():
        body = role(house, name, **{field: getattr(other_house, PEOPLE[field])})
        answer = house.admin_client.post("/v1/memberships", body)
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")
        assert answer.json()["errors"][0]["pointer"] == f"/{field}"


def test_nobody_makes_an_operator_within_a_school(house: House) -> None:
    answer = house.admin_client.post("/v1/memberships", role(house, "platform_operator"))
    assert (answer.status_code, answer.json()["code"]) == (422, "role_not_of_school")
    made = house.admin_client.made("/v1/memberships", role(house, "coordinator"))
    changed = house.admin_client.patch(f"/v1/memberships/{made['id']}", {"role": "platform_operator"})
    assert (changed.status_code, changed.json()["code"]) == (422, "role_not_of_school")
    assert house.admin_client.get(f"/v1/memberships/{made['id']}").json()["role"] == "coordinator"


def test_a_change_of_role_keeps_to_the_same_rule(house: House) -> None:
    made = house.admin_client.made("/v1/memberships", role(house, "coordinator"))
    url = f"/v1/memberships/{made['id']}"
    assert house.admin_client.patch(url, {"role": "teacher"}).json()["code"] == "person_needed"
    assert house.admin_client.patch(url, {"role": "teacher", "staff_id": house.bram}).json()["staff_id"] == house.bram
    assert house.admin_client.patch(url, {"staff_id": None}).json()["code"] == "person_needed"


def test_a_role_that_is_given_ended_or_taken_counts_at_once(house: House) -> None:
    body = role(house, "coordinator")
    somebody = client(house.app, house.run, body["subject"])
    assert somebody.get("/v1/me").status_code == 401
    made = house.admin_client.made("/v1/memberships", body)
    assert somebody.get("/v1/me").json()["roles"] == ["coordinator"]
    url = f"/v1/memberships/{made['id']}"
    house.admin_client.patch(url, {"ended_at": "2026-01-01T00:00:00Z"})
    assert somebody.get("/v1/me").status_code == 401
    house.admin_client.patch(url, {"ended_at": None})
    assert somebody.get("/v1/me").status_code == 200
    house.admin_client.delete(url)
    assert somebody.get("/v1/me").status_code == 401


@pytest.mark.parametrize(
    "moment", ["2026-01-01T00:00:00", "2026-01-01", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"]
)
def test_an_end_is_a_point_in_time(house: House, moment: str) -> None:
    assert house.admin_client.post("/v1/memberships", role(house, "coordinator", ended_at=moment)).status_code == 422


def test_the_same_role_is_given_once(house: House) -> None:
    body = role(house, "coordinator")
    house.admin_client.made("/v1/memberships", body)
    answer = house.admin_client.post("/v1/memberships", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "already_exists")


def test_memberships_are_found_by_role_and_by_subject(house: House) -> None:
    made = house.admin_client.made("/v1/memberships", role(house, "coordinator"))

    def found(**asked: str) -> list[str]:
        return [one["subject"] for one in house.admin_client.get("/v1/memberships", params=asked).json()["items"]]

    assert found(subject=made["subject"]) == [made["subject"]]
    assert set(found(role="coordinator")) == {made["subject"], house.subjects["coordinator"]}


def test_a_filter_by_subject_does_not_let_the_caller_in_as_that_subject(house: House) -> None:
    administrator = f"/v1/memberships?subject={house.subjects['admin']}"
    assert house.sara_client.get(administrator).status_code == 403
    [found] = house.admin_client.get(f"/v1/memberships?subject={house.subjects['sara']}").json()["items"]
    assert (found["subject"], found["role"]) == (house.subjects["sara"], "guardian")


# the platform operator


@pytest.fixture
def school(operator_client: Client) -> dict[str, Any]:
    return operator_client.made("/v1/schools", {"name": "De Zonnebloem", "levels": ["primary"]})


def test_the_operator_appoints_the_first_administrator_who_lets_others_in(
    house: House, operator_client: Client, school: dict[str, Any]
) -> None:
    subject = f"head-{uuid4()}"
    url = f"/v1/schools/{school['id']}/administrators"
    answer = operator_client.post(url, {"issuer": ISSUER, "subject": subject})
    assert (answer.status_code, answer.content) == (204, b"")
    head = client(house.app, house.run, subject)
    me = head.get("/v1/me").json()
    assert (me["school_id"], me["roles"]) == (school["id"], ["administrator"])
    assert [one["subject"] for one in head.get("/v1/memberships").json()["items"]] == [subject]
    assert head.made("/v1/memberships", role(house, "coordinator"))["role"] == "coordinator"


def test_the_operator_appoints_once(operator_client: Client, school: dict[str, Any]) -> None:
    url = f"/v1/schools/{school['id']}/administrators"
    bodies = [{"issuer": ISSUER, "subject": f"head-{uuid4()}"} for _ in range(3)]
    answers = operator_client.together(*[("POST", url, {"json": body}) for body in bodies])
    assert sorted(answer.status_code for answer in answers) == [204, 409, 409]
    answer = operator_client.post(url, bodies[0])
    assert (answer.status_code, answer.json()["code"]) == (409, "has_administrator")


def test_the_operator_sees_schools_and_nothing_inside_them(house: House, operator_client: Client) -> None:
    assert operator_client.get(f"/v1/schools/{house.id}").json()["name"] == "De Wissel"
    for path in ("students", "guardians", "households", "restrictions", "staff", "classes", "rooms", "changes", "jobs"):
        assert operator_client.get(f"/v1/{path}").status_code == 403
    for path in (f"students/{house.student}", f"guardians/{house.sara}"):
        assert operator_client.get(f"/v1/{path}").status_code == 403
    assert operator_client.get("/v1/rooms", headers={"Samenspraak-School": str(house.id)}).status_code == 401


def test_the_operator_sees_the_memberships_of_the_platform_only(house: House, operator_client: Client) -> None:
    listed = operator_client.get("/v1/memberships?limit=200").json()["items"]
    assert {one["role"] for one in listed} == {"platform_operator"}
    of_house = house.admin_client.get("/v1/memberships").json()["items"][0]["id"]
    assert operator_client.get(f"/v1/memberships/{of_house}").status_code == 404
    assert operator_client.delete(f"/v1/memberships/{of_house}", etag='"1-0123456789abcdef"').status_code == 404


def test_nobody_else_founds_schools_or_appoints(house: House, other_house: House) -> None:
    for caller in (house.admin_client, house.coordinator_client, house.anna_client, house.system_client):
        assert caller.post("/v1/schools", {"name": "X", "levels": ["primary"]}).status_code == 403
        body = {"issuer": ISSUER, "subject": "x"}
        assert caller.post(f"/v1/schools/{house.id}/administrators", body).status_code == 403


def test_an_appointment_needs_a_school(operator_client: Client) -> None:
    body = {"issuer": ISSUER, "subject": "x"}
    assert operator_client.post(f"/v1/schools/{uuid4()}/administrators", body).status_code == 404
