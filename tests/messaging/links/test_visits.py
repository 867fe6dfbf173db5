"""A family says with its link whether the school may come: yes with when and where, no, or no longer (R29, R30)."""

from typing import Any

import pytest
from house import Client, House
from messaging.links.messages import link_to, look, message_about, says
from visits.asked import ADDRESS, Visit, asked, at, going, window

YES: dict[str, Any] = {"moments": [window()], "place": "home", "address": ADDRESS}


def may_we_come(house: House, visit: Visit, guardian: str = "sara", kind: str = "home_visit_asked") -> str:
    return link_to(house, message_about(house, "home-visits", visit["id"], guardian, kind))


def ways(nobody: Client, secret: str) -> tuple[str, list[str]]:
    seen = look(nobody, secret).json()
    return seen["visit"]["status"], seen["may"]


def test_a_family_says_yes_and_reads_who_comes_and_never_an_address(house: House, nobody: Client) -> None:
    visit = asked(house)
    secret = may_we_come(house, visit)
    asks = look(nobody, secret).json()["visit"]
    assert (asks["about"], asks["minutes"], asks["why"]["nl"]) == ("Lina", 45, "We leren elkaar graag kennen.")
    assert ways(nobody, secret) == ("asked", ["accept", "decline"])
    assert says(nobody, secret, "accept", visit=YES).status_code == 204
    assert house.sara_client.get(at(visit, "address")).json()["street"] == ADDRESS["street"]
    kept = house.anna_client.made(at(visit, "plan"), going(house))
    assert (kept["on_behalf"], kept["entered_by_id"]) == (False, house.sara)
    seen = look(nobody, secret)
    assert seen.json()["visit"]["visitors"][0]["given_name"] == "Anna"
    assert seen.json()["visit"]["place"] == "home"
    assert seen.json()["visit"]["starts_at"]
    assert ADDRESS["street"] not in seen.text
    assert ADDRESS["town"] not in seen.text


def test_a_no_needs_no_reason_and_none_is_kept(house: House, nobody: Client) -> None:
    visit = asked(house)
    secret = may_we_come(house, visit)
    assert says(nobody, secret, "decline", reason="Het is hier te klein.").status_code == 204
    assert ways(nobody, secret) == ("refused", ["accept"])
    assert "te klein" not in house.anna_client.get(at(visit)).text


def test_a_yes_is_taken_back_without_a_trace(house: House, nobody: Client) -> None:
    visit = asked(house)
    secret = may_we_come(house, visit)
    elsewhere = {"moments": [window()], "place": "elsewhere", "elsewhere": "De bib"}
    assert says(nobody, secret, "accept", visit=elsewhere).status_code == 204
    assert ways(nobody, secret) == ("agreed", ["accept", "withdraw"])
    assert [says(nobody, secret, "withdraw").status_code for _ in range(2)] == [204, 204]
    seen = look(nobody, secret)
    assert (seen.json()["visit"]["status"], seen.json()["may"], "De bib" in seen.text) == ("withdrawn", [], False)
    assert [one["type"] for one in house.heard() if one["type"].endswith("withdrawn")] == ["home_visit.withdrawn"]


@pytest.mark.parametrize(
    ("choice", "pointer"),
    [
        (YES | {"moments": []}, "/visit/moments"),
        ({"moments": [window()]}, "/visit/place"),
        (YES | {"place": "elsewhere", "elsewhere": "De bib"}, "/visit"),
        (YES | {"moments": [window(lasting=0)]}, "/visit"),
    ],
    ids=["when", "where", "an address of another place", "no time at all"],
)
def test_a_yes_says_when_and_where(house: House, nobody: Client, choice: dict[str, Any], pointer: str) -> None:
    refused = says(nobody, may_we_come(house, asked(house)), "accept", visit=choice)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, pointer)


@pytest.mark.parametrize(
    "answer", [{"says": "accept"}, {"says": "sign_off"}, {"says": "idea", "idea": {"kind": "show", "words": "Brood"}}]
)
def test_what_answers_nothing(house: House, nobody: Client, answer: dict[str, Any]) -> None:
    refused = says(nobody, may_we_come(house, asked(house)), answer.pop("says"), **answer)
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_answer")


def test_the_other_parent_sees_nothing_of_it(house: House, nobody: Client) -> None:
    secret = may_we_come(house, asked(house), "omar")
    assert [look(nobody, secret).status_code, says(nobody, secret, "withdraw").status_code] == [404, 404]
