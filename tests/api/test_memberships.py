"""Memberships over HTTP."""

from house import House


def test_a_filter_by_subject_does_not_let_the_caller_in_as_that_subject(house: House) -> None:
    administrator = f"/v1/memberships?subject={house.subjects['admin']}"
    assert house.sara_client.get(administrator).status_code == 403
    [found] = house.admin_client.get(f"/v1/memberships?subject={house.subjects['sara']}").json()["items"]
    assert (found["subject"], found["role"]) == (house.subjects["sara"], "guardian")
