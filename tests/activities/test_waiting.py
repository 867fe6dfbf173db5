"""The waiting list: what waits, what moves up, and what a family knows of it."""

from activities.invited import Invited, one


def states(cafe: Invited, *made: dict[str, str]) -> list[str]:
    return [cafe.now(row)["state"] for row in made]


def test_who_does_not_fit_waits_and_is_told_so(cafe: Invited) -> None:
    cafe.signed("sara", adults=2, children=1)
    made = cafe.signed("omar", adults=1, brings_along=1)
    assert (made["state"], made["waiting_place"]) == ("waiting", 1)
    assert made["told"].startswith("Er zijn nu niet genoeg plaatsen")
    french = cafe.client("omar").get(one(made), headers={"Accept-Language": "fr"}).json()
    assert french["told"].startswith("Pour l'instant")
    assert cafe.signed("other_guardian", adults=2)["waiting_place"] == 2


def test_a_small_family_takes_the_place_that_the_big_one_cannot(cafe: Invited) -> None:
    cafe.signed("sara", adults=3)
    big, small = cafe.signed("omar", adults=2), cafe.signed("other_guardian")
    assert states(cafe, big, small) == ["waiting", "signed_up"]


def test_cancelling_moves_up_in_order(cafe: Invited) -> None:
    first = cafe.signed("sara", adults=4)
    second, third = cafe.signed("omar", adults=3), cafe.signed("other_guardian", adults=2)
    gone = cafe.client("sara").post(one(first, "cancel"))
    assert gone.json()["state"] == "cancelled"
    assert states(cafe, second, third) == ["signed_up", "waiting"]
    assert cafe.now(third)["waiting_place"] == 1


def test_shrinking_makes_room(cafe: Invited) -> None:
    first, second = cafe.signed("sara", adults=4), cafe.signed("omar")
    assert cafe.client("sara").patch(one(first), {"adults": 3}).status_code == 200
    assert states(cafe, second) == ["signed_up"]


def test_growing_needs_places(cafe: Invited) -> None:
    first = cafe.signed("sara", adults=3)
    answer = cafe.client("sara").patch(one(first), {"children": 2})
    assert (answer.status_code, answer.json()["code"]) == (409, "not_enough_places")
    assert cafe.now(first)["children"] == 0
    assert cafe.client("sara").patch(one(first), {"children": 1}).json()["state"] == "signed_up"


def test_who_waits_with_fewer_may_fit_and_keeps_the_place(cafe: Invited) -> None:
    cafe.signed("sara", adults=3)
    first, second = cafe.signed("omar", adults=2), cafe.signed("other_guardian", adults=3)
    grown = cafe.client("omar").patch(one(first), {"adults": 3}).json()
    assert (grown["state"], grown["waiting_place"]) == ("waiting", 1)
    assert cafe.client("omar").patch(one(first), {"adults": 1}).json()["state"] == "signed_up"
    assert cafe.now(second)["waiting_place"] == 1


def test_signing_up_again_starts_at_the_end(cafe: Invited) -> None:
    cafe.signed("sara", adults=4)
    first, second = cafe.signed("omar"), cafe.signed("other_guardian")
    cafe.client("omar").post(one(first, "cancel"))
    assert cafe.signed("omar")["waiting_place"] == 2
    assert cafe.now(second)["waiting_place"] == 1
    answer = cafe.client("omar").patch(one(first), {"adults": 2})
    assert answer.json()["code"] == "sign_up_cancelled"


def test_a_capacity_that_rises_moves_up_and_one_that_sinks_sends_nobody_away(cafe: Invited) -> None:
    made = [cafe.signed(who, adults=3) for who in ("sara", "omar", "other_guardian")]
    cafe.moves_up(capacity=6)
    assert states(cafe, *made) == ["signed_up", "signed_up", "waiting"]
    cafe.moves_up(capacity=2)
    assert states(cafe, *made) == ["signed_up", "signed_up", "waiting"]
    assert cafe.client("sara").patch(one(made[0]), {"adults": 2}).status_code == 200
    assert cafe.totals()["places_left"] == 0
    cafe.moves_up(capacity=None)
    assert states(cafe, *made) == ["signed_up"] * 3
    assert cafe.totals()["places_left"] is None


def test_after_the_end_nobody_moves_up(cafe: Invited) -> None:
    cafe.signed("sara", adults=4)
    made = cafe.signed("omar")
    cafe.begins(hours=-3)
    cafe.moves_up(capacity=9)
    assert states(cafe, made) == ["waiting"]


def test_the_team_pages_through_the_queue_in_order(cafe: Invited) -> None:
    made = [cafe.signed(who, adults=4) for who in ("omar", "sara", "other_guardian")]
    client, seen, cursor = cafe.client("bram"), [], ""
    while cursor is not None:
        page = client.get(f"{cafe.url}/sign-ups", params={"limit": 1, **({"cursor": cursor} if cursor else {})}).json()
        seen += [row["id"] for row in page["items"]]
        cursor = page["next_cursor"]
    assert seen == [row["id"] for row in made]
    waiting = client.get(f"{cafe.url}/sign-ups", params={"state": "waiting", "moment_id": str(cafe.morning)}).json()
    assert [row["waiting_place"] for row in waiting["items"]] == [1, 2]
