"""The evening itself: late, there, and on the spot."""

from datetime import datetime, timedelta

from conferences.bookable import FIRST, at, bookable, booked, do, key, refused, talk
from house import House


def test_families_see_when_their_talk_is_expected(house: House) -> None:
    rows = bookable(house)
    made = booked(house.sara_client, rows, talk(rows, 10))
    delay = f"/v1/conference-staff/{rows.staff_anna}/delay"
    late = {"session_id": rows.first, "minutes": 15}
    assert house.anna_client.put(delay, late).json()["minutes"] == 15
    seen = house.sara_client.get(f"/v1/conference-bookings/{made['id']}").json()
    assert datetime.fromisoformat(seen["expected_at"]) == FIRST + timedelta(minutes=25)
    assert house.bram_client.put(delay, late).status_code == 404
    assert house.sara_client.get(delay).status_code == 404
    other = {"session_id": rows.second, "minutes": 15}
    assert house.anna_client.put(delay, other).status_code == 200
    seen = house.sara_client.get(f"/v1/conference-bookings/{made['id']}").json()
    assert seen["expected_at"] == seen["starts_at"]


def test_staff_is_told_of_a_talk_that_cannot_be_reached(house: House) -> None:
    """Anna until 10 in the north, fifteen minutes to walk, Bram from 30 in the south: five late is fine, ten is not."""
    rows = bookable(house)
    made = booked(house.sara_client, rows, talk(rows))
    after = booked(house.sara_client, rows, talk(rows, 30, "bram"))
    delay = f"/v1/conference-staff/{rows.staff_anna}/delay"
    for minutes, short in ((5, []), (10, [5])):
        house.anna_client.put(delay, {"session_id": rows.first, "minutes": minutes})
        tight = house.bram_client.get(f"{rows.url}/tight-talks").json()["items"]
        assert [one["minutes_short"] for one in tight] == short
    assert (tight[0]["booking_id"], tight[0]["next_booking_id"]) == (made["id"], after["id"])
    told = [one["resource_id"] for one in house.heard() if one["type"] == "conference_booking.endangered"]
    assert told == [after["id"]]


def test_checking_in(house: House) -> None:
    rows = bookable(house)
    made = booked(house.sara_client, rows, talk(rows))
    there = do(house.sara_client, made, "check-in").json()["checked_in_at"]
    assert there
    assert do(house.anna_client, made, "check-in").json()["checked_in_at"] == there
    assert do(house.bram_client, made, "check-in").status_code in {403, 404}
    do(house.sara_client, made, "cancel")
    assert refused(do(house.sara_client, made, "check-in")) == (409, "wrong_state")


def test_a_talk_on_the_spot_also_beyond_the_schedule(house: House) -> None:
    rows = bookable(house)
    body = {"family_id": rows.sara, "staff_ids": [house.anna], "starts_at": at(65), "minutes": 5}
    url = f"{rows.url}/on-the-spot"
    made = house.anna_client.post(url, body, headers=key())
    assert (made.status_code, made.json()["origin"]) == (201, "on_the_spot")
    again = house.anna_client.post(url, body | {"family_id": rows.omar}, headers=key())
    assert refused(again) == (409, "double_booking")
    off = house.anna_client.post(url, body | {"starts_at": at(72)}, headers=key())
    assert refused(off) == (422, "outside_round")
