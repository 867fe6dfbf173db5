"""Who is a parent too, who may no longer know, and who only interprets; and what the night forgets."""

from datetime import timedelta
from typing import Any

import pytest
from conferences.bookable import keep
from house import House
from visits.asked import SOON, agreed, at, done, forgotten_at, going, noting, planned, under_way

from api.issuer import ISSUER
from domain.kernel.permissions import Role
from domain.kernel.principal import Membership


def also(house: House, who: str, role: Role, **more: Any) -> None:
    """This guardian works here too."""
    keep(house, [Membership(school_id=house.id, issuer=ISSUER, subject=house.subjects[who], role=role, **more)])


def test_who_works_here_does_not_run_a_visit_to_themselves(house: House) -> None:
    also(house, "sara", Role.COORDINATOR)
    visit = agreed(house)
    assert house.sara_client.post(at(visit, "plan"), going(house)).status_code == 403


def test_a_parent_of_the_office_does_not_find_out_that_the_other_is_visited(house: House) -> None:
    also(house, "omar", Role.COORDINATOR)
    visit = under_way(house)
    assert house.omar_client.get("/v1/home-visits/out").json()["items"] == []
    assert house.omar_client.get(at(visit)).status_code == 404


def test_a_parent_who_is_a_colleague_never_goes_along(house: House) -> None:
    also(house, "omar", Role.TEACHER, staff_id=house.ids["bram"])
    visit = planned(house, staff_ids=[house.bram])
    for what in ((), ("address",)):
        assert house.omar_client.get(at(visit, *what)).status_code == 404


def test_a_restriction_ends_what_a_guardian_sees(house: House) -> None:
    visit = agreed(house)
    people = {"student_id": house.student, "guardian_id": house.sara, "kind": "no_information"}
    days = {"starts_on": "2020-01-01", "ends_on": "2040-01-01", "basis": "court_order"}
    house.admin_client.made("/v1/restrictions", people | days)
    assert house.sara_client.get(at(visit)).status_code == 404


def test_an_interpreter_does_not_read_when_else_it_suits(house: House) -> None:
    visit = planned(house)
    assert house.interpreter_client.get(at(visit)).json()["moments"] == []
    assert house.anna_client.get(at(visit)).json()["moments"]


@pytest.mark.parametrize(("so_far", "days"), [(under_way, 1), (agreed, 100)])
def test_an_address_that_nobody_needs_any_longer_goes(house: House, so_far: Any, days: int) -> None:
    visit = so_far(house)
    assert house.sara_client.get(at(visit, "address")).status_code == 200
    forgotten_at(house, SOON + timedelta(days=days))
    assert house.sara_client.get(at(visit, "address")).status_code == 404


def test_a_note_is_kept_for_a_year(house: House) -> None:
    visit = house.anna_client.made(at(done(house), "note"), noting())
    for days, is_kept in ((364, True), (367, False)):
        forgotten_at(house, SOON + timedelta(days=days))
        assert (house.anna_client.get(at(visit)).json()["note"] is not None) is is_kept
