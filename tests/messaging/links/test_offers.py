"""A family takes a time that came free with its link, or lets it go."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conferences.bookable import changed, do
from conferences.test_waiting import deed, full, wait
from conferences.test_waiting import look as place
from house import Client, House
from messaging.links.messages import link_to, look, message_about, says

from domain.conferences.models.holds import Hold


def offered(house: House) -> str:
    """What Sara had is kept for Omar, and then for the family of the other child; Omar's place on the list."""
    rows, made = full(house)
    omars = wait(house.omar_client, rows)
    wait(house.other_guardian_client, rows, "other_student")
    do(house.sara_client, made, "cancel")
    return omars


def link(house: House, wait_id: str, guardian: str = "omar") -> str:
    return link_to(house, message_about(house, "conference-waits", wait_id, guardian, kind="slot_offered"))


def test_looking_takes_nothing(house: House, nobody: Client) -> None:
    omars = offered(house)
    secret = link(house, omars)
    [seen] = {look(nobody, secret).text: look(nobody, secret).json() for _ in range(3)}.values()
    offer = seen["offer"]
    assert (offer["status"], offer["with_whom"], offer["about"]) == ("offered", "Anna Claes", "Lina")
    assert offer["starts_at"] < offer["ends_at"]
    assert offer["kept_until"]
    assert (seen["may"], seen["talk"], seen["round"]) == (["accept", "decline"], None, None)
    assert place(house.omar_client, omars)["status"] == "offered"


def test_it_is_taken_once(house: House, nobody: Client) -> None:
    omars = offered(house)
    secret = link(house, omars)
    assert [says(nobody, secret, "accept").status_code for _ in range(2)] == [204, 204]
    assert place(house.omar_client, omars)["status"] == "taken"
    [booking] = house.omar_client.get("/v1/conference-bookings").json()["items"]
    assert booking["origin"] == "waiting_list"
    after = look(nobody, secret).json()
    assert (after["offer"]["status"], after["offer"]["starts_at"], after["may"]) == ("taken", None, [])
    assert refused(says(nobody, secret, "decline")) == (409, "nothing_offered")


def test_let_go_it_is_the_next_familys(house: House, nobody: Client) -> None:
    omars = offered(house)
    secret = link(house, omars)
    assert [says(nobody, secret, "decline").status_code for _ in range(2)] == [204, 204]
    [theirs] = house.other_guardian_client.get("/v1/conference-waits").json()["items"]
    assert theirs["status"] == "offered"
    assert refused(says(nobody, secret, "accept")) == (409, "nothing_offered")


def test_after_its_time_it_is_gone(house: House, nobody: Client) -> None:
    omars = offered(house)
    secret, hold = link(house, omars), house.omar_client.get("/v1/conference-holds").json()["items"][0]["id"]
    changed(house, Hold, hold, expires_at=datetime.now(UTC) - timedelta(minutes=1))
    assert refused(says(nobody, secret, "accept")) == (409, "nothing_offered")


@pytest.mark.parametrize("body", [{"says": "available", "availability": {"available": []}}])
def test_it_asks_yes_or_no(house: House, nobody: Client, body: dict[str, Any]) -> None:
    assert refused(says(nobody, link(house, offered(house)), body.pop("says"), **body)) == (409, "nothing_to_answer")


def test_another_familys_offer_shows_nothing(house: House, nobody: Client) -> None:
    """Not even to the other parent of the same child (R17)."""
    omars = offered(house)
    secret = link(house, omars, "sara")
    assert (look(nobody, secret).status_code, says(nobody, secret, "accept").status_code) == (404, 404)
    assert deed(house.omar_client, omars, "take").status_code == 201


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]
