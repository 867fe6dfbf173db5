"""At the door: who came, who walked in, and what the team sees of it all."""

from typing import Any

from activities.invited import Invited, one
from conferences.bookable import refused


def walk_in(cafe: Invited, who: str = "anna", **body: Any) -> Any:
    return cafe.client(who).post(f"{cafe.url}/moments/{cafe.morning}/walk-ins", body)


def test_numbers_of_the_morning(cafe: Invited) -> None:
    cafe.begins()
    cafe.signed("sara", adults=1, children=2, language="ar")
    cafe.signed("omar", adults=2, brings_along=1, language="ar")
    cafe.signed("other_guardian", language="fr")
    assert walk_in(cafe, adults=1, children=1, language="tr").status_code == 201
    told = cafe.totals()
    assert told["signed_up"] == {"sign_ups": 2, "adults": 2, "children": 2, "brings_along": 0}
    assert told["waiting"] == {"sign_ups": 1, "adults": 2, "children": 0, "brings_along": 1}
    assert told["languages"] == [{"language": "ar", "times": 2}, {"language": "fr", "times": 1}]
    assert told["walked_in"] == {"adults": 1, "children": 1}
    assert told["walked_in_languages"] == [{"language": "tr", "times": 1}]
    assert (told["capacity"], told["places_left"]) == (4, 0)


def test_what_is_cancelled_counts_no_more(cafe: Invited) -> None:
    made = cafe.signed("sara", language="ar")
    cafe.client("sara").post(one(made, "cancel"))
    told = cafe.totals()
    assert (told["signed_up"]["sign_ups"], told["languages"], told["places_left"]) == (0, [], 4)


def test_came_is_one_tap_and_for_the_team_only(cafe: Invited) -> None:
    made = cafe.signed("sara", adults=2)
    tap = cafe.client("bram").post
    assert refused(tap(one(made, "came"), {})) == (409, "doors_not_open")
    cafe.begins(hours=1)
    first = tap(one(made, "came"), {}).json()["came_at"]
    assert first is not None
    assert tap(one(made, "came"), {}).json()["came_at"] == first
    assert cafe.now(made, "sara")["came_at"] is None
    assert cafe.client("sara").post(one(made, "came"), {}).status_code == 403
    assert cafe.totals()["came"] == {"sign_ups": 1, "adults": 2, "children": 0, "brings_along": 0}
    cafe.change(status="held")
    assert tap(one(made, "came"), {"came": False}).json()["came_at"] is None
    cafe.change(status="evaluated")
    assert refused(tap(one(made, "came"), {})) == (409, "doors_not_open")


def test_who_cancelled_did_not_come(cafe: Invited) -> None:
    made = cafe.signed("sara")
    cafe.begins()
    cafe.client("sara").post(one(made, "cancel"))
    assert refused(cafe.client("anna").post(one(made, "came"), {})) == (409, "sign_up_cancelled")


def test_walk_ins_take_places_and_are_never_refused(cafe: Invited) -> None:
    cafe.begins()
    first = cafe.signed("sara", adults=2)
    assert walk_in(cafe, adults=3).status_code == 201
    second = cafe.signed("omar", adults=2)
    cafe.client("sara").post(one(first, "cancel"))
    assert cafe.now(second)["state"] == "waiting", "people who stand there keep their places"


def test_a_wrong_count_is_taken_back(cafe: Invited) -> None:
    cafe.begins()
    made = walk_in(cafe, adults=4)
    waiting = cafe.signed("omar")
    assert cafe.client("anna").delete(made.headers["location"]).status_code == 204
    assert cafe.now(waiting)["state"] == "signed_up"
    assert cafe.totals()["walked_in"] == {"adults": 0, "children": 0}


def test_walk_ins_are_for_the_day_and_the_team(cafe: Invited) -> None:
    assert refused(walk_in(cafe, adults=1)) == (409, "doors_not_open")
    cafe.begins()
    assert walk_in(cafe, "sara", adults=1).status_code == 403
    assert walk_in(cafe).json()["errors"][0]["code"] == "nobody_comes"
    elsewhere = f"{cafe.url}/moments/{cafe.id}/walk-ins"
    assert cafe.client("anna").post(elsewhere, {"adults": 1}).status_code == 404


def test_families_see_no_totals(cafe: Invited) -> None:
    assert cafe.client("sara").get(f"{cafe.url}/sign-up-totals").status_code == 403
