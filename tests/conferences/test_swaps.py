"""Two families change times, and neither learns who the other is."""

import json
from datetime import datetime, timedelta

from conferences.bookable import FIRST, asked_swap, at, bookable, booked, changed, do, key, on_first, refused, talk
from house import Client, House

from domain.conferences.models.swaps import Swap
from domain.conversations.models.conversations import Conversation


def starts(client: Client) -> list[int]:
    return on_first([one["starts_at"] for one in client.get("/v1/conference-bookings").json()["items"]])


def deed(client: Client, swap: str, verb: str) -> tuple[int, str]:
    answer = client.post(f"/v1/conference-swaps/{swap}/{verb}", headers=key())
    return answer.status_code, answer.json().get("code") or answer.json()["status"]


def test_both_move_when_both_agree(house: House) -> None:
    swap = asked_swap(bookable(house))
    assert deed(house.omar_client, swap, "agree") == (403, "forbidden")
    assert deed(house.sara_client, swap, "agree") == (200, "agreed")
    assert (starts(house.sara_client), starts(house.omar_client)) == ([40], [10])
    assert deed(house.sara_client, swap, "agree") == (409, "swap_is_over")


def test_neither_learns_who_the_other_is(house: House) -> None:
    rows = bookable(house)
    swap = asked_swap(rows)
    sides = {name: getattr(house, f"{name}_client") for name in ("sara", "omar")}
    talks = {name: one.get("/v1/conference-bookings").json()["items"][0] for name, one in sides.items()}
    told = {name: one.get(f"/v1/conference-swaps/{swap}").json() for name, one in sides.items()}
    deed(house.sara_client, swap, "agree")
    for me, other in (("sara", "omar"), ("omar", "sara")):
        said = json.dumps([told[me], sides[me].get("/v1/conference-bookings").json()])
        strange = [talks[other]["id"], talks[other]["conversation_id"], getattr(house, other), getattr(rows, other)]
        assert not [one for one in strange if one in said]
        assert told[me]["own_booking_id"] == talks[me]["id"]
        assert told[me]["other_starts_at"] == talks[other]["starts_at"]
    for change in house.heard():
        both = json.dumps(change)
        assert not (talks["sara"]["id"] in both and talks["omar"]["id"] in both)
    assert house.other_guardian_client.get(f"/v1/conference-swaps/{swap}").status_code == 404


def test_no_or_nothing_or_after_all_not(house: House) -> None:
    swap = asked_swap(bookable(house))
    assert deed(house.sara_client, swap, "withdraw") == (403, "forbidden")
    assert deed(house.sara_client, swap, "refuse") == (200, "refused")
    assert starts(house.sara_client) == [10]
    assert deed(house.sara_client, swap, "agree") == (409, "swap_is_over")


def test_what_moved_meanwhile_is_not_exchanged(house: House) -> None:
    swap = asked_swap(bookable(house))
    [mine] = house.sara_client.get("/v1/conference-bookings").json()["items"]
    assert do(house.sara_client, mine, "move", starts_at=at(20)).status_code == 200
    assert deed(house.sara_client, swap, "agree") == (409, "swap_is_over")
    assert (starts(house.sara_client), starts(house.omar_client)) == ([20], [40])


def test_an_answer_that_comes_too_late(house: House) -> None:
    swap = asked_swap(bookable(house))
    [row] = house.sara_client.get("/v1/conference-swaps").json()["items"]
    changed(house, Swap, swap, expires_at=datetime.fromisoformat(row["created_at"]))
    assert deed(house.sara_client, swap, "agree") == (409, "swap_is_over")


def test_it_must_fit_beside_the_other_talks_of_both(house: House) -> None:
    rows = bookable(house)
    swap = asked_swap(rows)
    booked(house.sara_client, rows, talk(rows, 35, "bram"))
    assert deed(house.sara_client, swap, "agree") == (409, "swap_does_not_fit")
    assert starts(house.omar_client) == [40]


def test_only_times_of_others_with_the_same_teacher(house: House) -> None:
    rows = bookable(house)
    mine = booked(house.sara_client, rows, talk(rows, 10))
    booked(house.omar_client, rows, talk(rows, 40, "bram"))
    assert refused(do(house.sara_client, mine, "swaps", times=[at(40)])) == (409, "nobody_to_swap_with")


def test_a_longer_talk_stays_as_long_and_must_fit(house: House) -> None:
    """Omar's talk has come to last fifteen minutes; where Sara's is, there are ten."""
    rows = bookable(house)
    swap = asked_swap(rows)
    booked(house.other_guardian_client, rows, talk(rows, 20))
    [omars] = house.omar_client.get("/v1/conference-bookings").json()["items"]
    changed(house, Conversation, omars["conversation_id"], ends_at=FIRST + timedelta(minutes=55))
    assert deed(house.sara_client, swap, "agree") == (409, "swap_does_not_fit")
    assert (starts(house.sara_client), starts(house.omar_client)) == ([10], [40])
