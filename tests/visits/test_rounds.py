"""A round of visits: who is asked, who wants one, and an order of the day that tells no address."""

from typing import Any

import pytest
from house import House
from visits.asked import SOON, YES, at, going, pointed, question, to_class

DAY = SOON.date().isoformat()


def opened(house: House, **more: Any) -> dict[str, Any]:
    return house.admin_client.made("/v1/home-visit-rounds", to_class(house, **more))


def visits_of(house: House, round_: dict[str, Any]) -> dict[str, Any]:
    """By guardian."""
    items = house.admin_client.get("/v1/home-visits", params={"round_id": round_["id"]}).json()["items"]
    return {one["guardian_id"]: one for one in items}


def test_parents_who_live_apart_are_asked_apart(house: House) -> None:
    round_ = opened(house)
    assert set(visits_of(house, round_)) == {house.sara, house.omar}
    assert (round_["counts"]["asked"], round_["warnings"]) == (2, [])
    [own] = house.sara_client.get("/v1/home-visits").json()["items"]
    assert own["guardian_id"] == house.sara


def test_a_household_is_asked_once(house: House) -> None:
    admin, home = house.admin_client, f"/v1/households/{house.sara_household}"
    people = admin.get(home).json()["guardian_ids"]
    admin.patch(home, {"guardian_ids": [*people, house.omar]})
    admin.delete(f"/v1/households/{house.omar_household}")
    assert opened(house)["counts"]["asked"] == 1


@pytest.mark.parametrize("limit", [{"kind": "no_contact"}, {"kind": "no_information"}])
def test_who_may_not_know_is_not_asked(house: House, limit: dict[str, str]) -> None:
    dates = {
        "basis": "court_order",
        "starts_on": "2020-01-01",
        "ends_on": "2040-01-01",
        "student_id": house.student,
        "guardian_id": house.omar,
    }
    house.admin_client.made("/v1/restrictions", limit | dates)
    assert set(visits_of(house, opened(house))) == {house.sara}


def test_new_students_of_a_year(house: House) -> None:
    new = {"class_id": None, "new_in_id": house.year}
    assert set(visits_of(house, opened(house, **new))) == {house.sara, house.omar, house.other_guardian}


def test_asking_only_some_is_warned_about(house: House) -> None:
    new = {"class_id": None, "new_in_id": house.year}
    some = opened(house, **new, student_ids=[house.student])
    assert [one["code"] for one in some["warnings"]] == ["home_visit_only_some"]
    refused = house.admin_client.post("/v1/home-visit-rounds", to_class(house, student_ids=[house.other_student]))
    assert pointed(refused) == [("/student_ids", "unknown_reference")]


def test_the_office_opens_a_round(house: House) -> None:
    assert house.anna_client.post("/v1/home-visit-rounds", to_class(house)).status_code == 403
    round_ = opened(house)
    assert house.sara_client.get(f"/v1/home-visit-rounds/{round_['id']}").status_code == 404


def test_an_order_of_the_day(house: House) -> None:
    round_ = opened(house)
    visits = visits_of(house, round_)
    for guardian in ("sara", "omar"):
        getattr(house, f"{guardian}_client").made(at(visits[getattr(house, guardian)], "answer"), YES)
    counts = house.admin_client.get(f"/v1/home-visit-rounds/{round_['id']}").json()["counts"]
    assert (counts["agreed"], counts["asked"]) == (2, 0)
    plan = f"/v1/home-visit-rounds/{round_['id']}/plan"
    asked = {"date": DAY, "staff_id": house.anna}
    answer = house.admin_client.get(plan, params=asked)
    assert "Zilverkanariestraat" not in answer.text
    first, second = answer.json()["stops"]
    assert (first["postal_code"], first["travel_minutes"], second["travel_minutes"]) == ("1080", 15, 10)
    body = {"starts_at": first["starts_at"], "staff_ids": [house.anna], "travel_after_minutes": 10}
    house.admin_client.made(f"/v1/home-visits/{first['visit_id']}/plan", body)
    body = {"starts_at": second["starts_at"], "staff_ids": [house.anna], "travel_before_minutes": 0}
    assert house.admin_client.made(f"/v1/home-visits/{second['visit_id']}/plan", body)["status"] == "planned"
    rest = house.admin_client.get(plan, params=asked).json()
    assert (rest["stops"], rest["left_out"]) == ([], []), "who is planned wishes no more"


def test_a_taken_visitor_leaves_families_out(house: House) -> None:
    round_ = opened(house)
    visit = visits_of(house, round_)[house.sara]
    house.sara_client.made(at(visit, "answer"), YES | {"moments": [YES["moments"][0]]})
    other = house.anna_client.made("/v1/home-visits", question(house, guardian_id=house.omar))
    house.omar_client.made(at(other, "answer"), YES)
    house.anna_client.made(at(other, "plan"), going(house))
    plan = f"/v1/home-visit-rounds/{round_['id']}/plan"
    day = house.admin_client.get(plan, params={"date": DAY, "staff_id": house.anna}).json()
    assert (day["stops"], day["left_out"]) == ([], [visit["id"]])
    free = house.admin_client.get(plan, params={"date": DAY, "staff_id": house.bram}).json()
    assert [one["visit_id"] for one in free["stops"]] == [visit["id"]]
