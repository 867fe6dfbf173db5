"""A family comes to an activity, and stays away, with its link: as itself, by the rules of everybody."""

from typing import Any

import pytest
from activities.invited import Invited, invited
from house import Client, House
from messaging.links.messages import link_to, look, message_about, says


def told(house: House, cafe: Invited, guardian: str = "sara", kind: str = "activity_invitation") -> str:
    return link_to(house, message_about(house, "activities", str(cafe.id), guardian, kind))


@pytest.fixture
def cafe(house: House) -> Invited:
    """Four places in the morning."""
    return invited(house, goal={"nl": "Elkaar leren kennen."}, wheelchair_access=True)


def comes(nobody: Client, secret: str, cafe: Invited, **more: Any) -> Any:
    return says(nobody, secret, "sign_up", sign_up={"moment_id": str(cafe.morning), **more})


def mine(nobody: Client, secret: str) -> list[Any]:
    """What stands of the own sign-up, by moment."""
    return [
        one["my_sign_up"] and (one["my_sign_up"]["state"], one["my_sign_up"]["waiting_place"])
        for one in look(nobody, secret).json()["activity"]["moments"]
    ]


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_it_shows_what_where_and_how_many_places_are_left(house: House, nobody: Client, cafe: Invited) -> None:
    cafe.signed("omar", children=2)
    secret = told(house, cafe)
    [seen] = {look(nobody, secret).text: look(nobody, secret).json() for _ in range(2)}.values()
    activity = seen["activity"]
    assert (activity["title"], activity["goal"]["nl"]) == ({"nl": "Koffie met ouders"}, "Elkaar leren kennen.")
    assert (activity["wheelchair_access"], activity["sign_up"]) == (True, "welcome")
    assert [(one["places_left"], one["place"]) for one in activity["moments"]] == [
        (1, "De refter"),
        (None, "De refter"),
    ]
    assert (mine(nobody, secret), seen["may"]) == ([None, None], ["sign_up", "idea"])
    assert house.omar not in str(seen), "R17"


def test_a_family_signs_up_changes_its_mind_and_signs_off(house: House, nobody: Client, cafe: Invited) -> None:
    secret = told(house, cafe)
    assert comes(nobody, secret, cafe, adults=2, language="ar").status_code == 204
    [made] = house.anna_client.get(f"{cafe.url}/sign-ups").json()["items"]
    assert (made["guardian_id"], made["entered"], made["adults"], made["language"]) == (house.sara, "link", 2, "ar")
    assert comes(nobody, secret, cafe, adults=1, children=2).status_code == 204
    changed = cafe.now(made)
    assert (changed["adults"], changed["children"], changed["state"]) == (1, 2, "signed_up")
    assert look(nobody, secret).json()["may"] == ["sign_up", "sign_off", "idea"]
    assert [says(nobody, secret, "sign_off").status_code for _ in range(2)] == [204, 204]
    assert (cafe.now(made)["state"], mine(nobody, secret)) == ("cancelled", [None, None])
    types = [one["type"] for one in house.heard()]
    assert types == ["activity_sign_up.made", "activity_sign_up.changed", "activity_sign_up.cancelled"]


def test_who_does_not_fit_waits_and_moves_up(house: House, nobody: Client, cafe: Invited) -> None:
    saras, omars = told(house, cafe), told(house, cafe, "omar")
    assert comes(nobody, omars, cafe, adults=1, children=3).status_code == 204
    assert comes(nobody, saras, cafe).status_code == 204
    assert mine(nobody, saras) == [("waiting", 1), None]
    assert says(nobody, omars, "sign_off", moment_id=str(cafe.evening)).status_code == 204
    assert mine(nobody, saras) == [("waiting", 1), None], "only the evening, where Omar was not"
    assert says(nobody, omars, "sign_off", moment_id=str(cafe.morning)).status_code == 204
    assert mine(nobody, saras) == [("signed_up", None), None]


def test_what_is_wrong_points_into_the_answer(house: House, nobody: Client, cafe: Invited) -> None:
    cafe.change(bring_along=False)
    secret = told(house, cafe)
    along = comes(nobody, secret, cafe, brings_along=1)
    assert (along.status_code, along.json()["errors"][0]["pointer"]) == (422, "/sign_up/brings_along")
    elsewhere = says(nobody, secret, "sign_up", sign_up={"moment_id": str(cafe.id)})
    assert elsewhere.json()["errors"][0]["pointer"] == "/sign_up/moment_id"
    for astray in ({"says": "sign_up"}, {"says": "sign_off", "sign_up": {"moment_id": str(cafe.morning)}}):
        assert says(nobody, secret, astray.pop("says"), **astray).status_code == 422
    assert refused(says(nobody, secret, "accept")) == (409, "nothing_to_answer")


@pytest.mark.parametrize(
    ("change", "code"), [({"sign_up": "not_needed"}, "no_sign_up_needed"), ({"status": "held"}, "sign_up_not_open")]
)
def test_when_signing_up_is_not_asked_it_is_not_possible(
    house: House, nobody: Client, cafe: Invited, change: dict[str, str], code: str
) -> None:
    secret = told(house, cafe, kind="activity_reminder")
    cafe.change(**change)
    assert look(nobody, secret).json()["may"] == []
    assert refused(comes(nobody, secret, cafe)) == (409, code)


def test_for_whom_it_is_not_it_is_not_there(house: House, nobody: Client, cafe: Invited) -> None:
    secret = told(house, cafe)
    cafe.change(class_ids=[house.second_class])
    assert [look(nobody, secret).status_code, comes(nobody, secret, cafe).status_code] == [404, 404]
