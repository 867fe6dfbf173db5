"""A family comes at another moment of the same activity: in one step, and nobody loses a place by it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from activities.invited import Invited, invited, one
from conferences.bookable import changed, refused

from domain.activities.models import ActivityMoment


def moves(cafe: Invited, who: str, made: dict[str, Any], **more: Any) -> httpx.Response:
    return cafe.client(who).patch(one(made), {"moment_id": str(cafe.evening), **more})


def fill_evening(cafe: Invited, capacity: int) -> None:
    changed(cafe.house, ActivityMoment, cafe.evening, capacity=capacity)


def test_the_places_it_leaves_go_to_who_waits(cafe: Invited) -> None:
    first, waiting = cafe.signed("sara", adults=4), cafe.signed("omar", adults=2)
    moved = moves(cafe, "sara", first).json()
    assert (moved["id"], moved["state"], moved["moment_id"]) == (first["id"], "signed_up", str(cafe.evening))
    assert cafe.now(waiting)["state"] == "signed_up"
    told = [row["type"] for row in cafe.house.heard() if row["resource"] == "activity-sign-ups"]
    assert told[2:] == ["activity_sign_up.moved_up", "activity_sign_up.changed"]


def test_a_sure_place_is_not_changed_for_a_queue(cafe: Invited) -> None:
    fill_evening(cafe, 2)
    first = cafe.signed("sara", adults=3)
    assert refused(moves(cafe, "sara", first)) == (409, "not_enough_places")
    assert cafe.now(first)["moment_id"] == str(cafe.morning)
    assert moves(cafe, "sara", first, adults=2).json()["state"] == "signed_up", "with fewer there is room"


def test_who_waits_stands_last_in_the_other_queue(cafe: Invited) -> None:
    fill_evening(cafe, 4)
    cafe.signed("sara", adults=4)
    early = cafe.signed("omar", adults=2)
    cafe.signed("sara", cafe.evening, adults=4)
    there = cafe.signed("other_guardian", cafe.evening, adults=1)
    moved = moves(cafe, "omar", early).json()
    assert (moved["state"], moved["waiting_place"]) == ("waiting", 2)
    assert cafe.now(there)["waiting_place"] == 1


def test_nobody_is_there_twice(cafe: Invited) -> None:
    first = cafe.signed("sara")
    cafe.signed("sara", cafe.evening)
    assert refused(moves(cafe, "sara", first)) == (409, "already_signed_up")


def test_only_to_a_moment_of_this_activity_that_is_to_come(cafe: Invited) -> None:
    first = cafe.signed("sara")
    answer = moves(cafe, "sara", first, moment_id=str(invited(cafe.house).evening))
    assert refused(answer) == (422, "unknown_reference")
    assert answer.json()["errors"][0]["pointer"] == "/moment_id"
    ended = datetime.now(UTC) - timedelta(hours=1)
    changed(cafe.house, ActivityMoment, cafe.evening, starts_at=ended - timedelta(hours=1), ends_at=ended)
    assert refused(moves(cafe, "sara", first)) == (409, "moment_over")
