"""Nobody comes uninvited: the question, the yes with what the family chooses, the no, and taking a yes back (R29)."""

from typing import Any

import pytest
from house import House
from visits.asked import (
    ADDRESS,
    YES,
    agreed,
    asked,
    at,
    done,
    going,
    noting,
    planned,
    pointed,
    question,
    under_way,
    window,
)


def test_a_family_chooses_when_and_where(house: House) -> None:
    visit = agreed(house)
    assert (visit["status"], visit["place"], len(visit["moments"])) == ("agreed", "home", 1)
    assert visit["answered_at"] > visit["asked_at"]
    assert (visit["on_behalf"], visit["entered_by_id"]) == (False, house.sara)


def test_staff_write_an_answer_down_and_it_is_kept_that_they_did(house: House) -> None:
    visit = house.anna_client.made(at(asked(house), "answer"), YES)
    assert (visit["on_behalf"], visit["entered_by_id"]) == (True, house.anna)


def test_another_place_than_home_has_no_address(house: House) -> None:
    elsewhere = {"says": "yes", "moments": [window()], "place": "elsewhere", "elsewhere": "Bibliotheek"}
    visit = asked(house)
    assert house.sara_client.post(at(visit, "answer"), elsewhere | {"address": ADDRESS}).status_code == 422
    assert house.sara_client.made(at(visit, "answer"), elsewhere)["elsewhere"] == "Bibliotheek"
    assert house.sara_client.get(at(visit, "address")).status_code == 404


@pytest.mark.parametrize(
    "answer",
    [
        {"says": "no", "moments": [window()]},
        {"says": "no", "reason": "Liever niet"},
        {"says": "yes", "place": "home"},
        {"says": "yes", "moments": [window()]},
        {"says": "yes", "moments": [window()], "place": "elsewhere"},
        {"says": "yes", "moments": [window(lasting=0)], "place": "home"},
    ],
)
def test_a_yes_says_when_and_where_and_a_no_nothing_more(house: House, answer: dict[str, Any]) -> None:
    assert house.sara_client.post(at(asked(house), "answer"), answer).status_code == 422


def test_a_no_is_a_no_until_the_family_says_yes(house: House) -> None:
    visit = house.sara_client.made(at(asked(house), "answer"), {"says": "no"})
    assert visit["status"] == "refused"
    refused = house.anna_client.post(at(visit, "plan"), going(house))
    assert (refused.status_code, pointed(refused)) == (422, [("", "home_visit_consent_missing")])
    assert house.sara_client.made(at(visit, "answer"), YES)["status"] == "agreed"


def test_no_yes_no_visit(house: House) -> None:
    refused = house.anna_client.post(at(asked(house), "plan"), going(house))
    assert pointed(refused) == [("", "home_visit_consent_missing")]


@pytest.mark.parametrize("so_far", [asked, agreed, planned, done])
def test_withdrawing_leaves_the_fact_and_its_time(house: House, so_far: Any) -> None:
    visit = so_far(house)
    if so_far is done:
        house.anna_client.made(at(visit, "note"), noting())
    left = house.sara_client.made(at(visit, "withdraw"))
    assert left["status"] == "withdrawn"
    assert left["withdrawn_at"]
    gone = {"moments": [], "place": None, "starts_at": None, "ends_at": None, "visitors": [], "note": None}
    gone |= {"answered_at": None, "checked_in_at": None, "checked_out_at": None}
    assert {name: left[name] for name in gone} == gone
    assert house.sara_client.get(at(visit, "address")).status_code == 404
    assert house.anna_client.get(at(visit)).json()["status"] == "withdrawn"


def test_saying_no_after_a_yes_takes_it_back(house: House) -> None:
    assert house.sara_client.made(at(planned(house), "answer"), {"says": "no"})["status"] == "withdrawn"


def test_withdrawing_frees_everybody(house: House) -> None:
    first = planned(house)
    second = house.anna_client.made(
        "/v1/home-visits", question(house, student_id=house.student, guardian_id=house.omar)
    )
    house.omar_client.made(at(second, "answer"), YES)
    taken = house.anna_client.post(at(second, "plan"), going(house))
    assert (taken.status_code, taken.json()["code"]) == (409, "double_booking")
    house.sara_client.made(at(first, "withdraw"))
    assert house.anna_client.made(at(second, "plan"), going(house))["status"] == "planned"


def test_an_answer_kept_for_a_repeat_goes_with_the_yes(house: House) -> None:
    visit, key = asked(house), {"Idempotency-Key": "mine"}
    first = house.sara_client.post(at(visit, "answer"), YES, headers=key)
    assert house.sara_client.post(at(visit, "answer"), YES, headers=key).headers["idempotency-replayed"] == "true"
    house.sara_client.made(at(visit, "withdraw"))
    again = house.sara_client.post(at(visit, "answer"), YES, headers=key)
    assert first.json()["moments"]
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")


def test_colleagues_inside_stay_in_sight_until_they_are_out(house: House) -> None:
    visit = under_way(house)
    house.sara_client.made(at(visit, "withdraw"))
    [out] = house.admin_client.get("/v1/home-visits/out").json()["items"]
    assert out["visitors"][0]["given_name"] == "Anna"
    assert house.anna_client.post(at(visit, "check-out")).status_code == 204
    assert house.admin_client.get("/v1/home-visits/out").json()["items"] == []
    left = house.anna_client.get(at(visit)).json()
    assert (left["status"], left["checked_in_at"], left["visitors"]) == ("withdrawn", None, [])


def test_the_other_parent_sees_nothing_of_it(house: House) -> None:
    visit = planned(house)
    for stranger in (house.omar_client, house.grandmother_client, house.other_guardian_client, house.bram_client):
        assert stranger.get("/v1/home-visits").json()["items"] == []
        for what in ((), ("address",)):
            assert stranger.get(at(visit, *what)).status_code == 404
    assert house.omar_client.post(at(visit, "withdraw")).status_code == 404
    assert house.omar_client.post(at(visit, "answer"), {"says": "no"}).status_code == 404


@pytest.mark.parametrize("guardian", ["other_guardian", "grandmother"])
def test_only_who_raises_the_student_is_asked(house: House, guardian: str) -> None:
    refused = house.anna_client.post("/v1/home-visits", question(house, guardian_id=getattr(house, guardian)))
    assert pointed(refused) == [("/guardian_id", "unknown_reference")]


def test_a_teacher_asks_families_of_their_own_students(house: House) -> None:
    refused = house.bram_client.post("/v1/home-visits", question(house))
    assert pointed(refused) == [("/student_id", "unknown_reference")]


def test_a_problem_talk_is_warned_about_and_the_family_does_not_read_that(house: House) -> None:
    visit = asked(house, purpose="problem")
    assert [one["code"] for one in visit["warnings"]] == ["home_visit_for_problem"]
    assert house.sara_client.get(at(visit)).json()["warnings"] == []
    assert asked(house, purpose="good_news")["warnings"] == []


def test_the_school_calls_it_off(house: House) -> None:
    visit = house.anna_client.made(at(planned(house), "cancel"))
    assert (visit["status"], visit["moments"], visit["starts_at"]) == ("cancelled", [], None)
    assert house.sara_client.get(at(visit, "address")).status_code == 404
    assert house.anna_client.post(at(visit, "plan"), going(house)).status_code == 409
