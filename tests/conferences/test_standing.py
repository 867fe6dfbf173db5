"""Talks that stand, when the round around them changes."""

from datetime import timedelta

from conferences.bookable import FIRST, ask_to_book, at, bookable, booked, key, refused, talk
from conferences.published import published_round
from conversations.talks import with_one
from house import House


def test_a_round_that_is_called_off_calls_off_its_talks(house: House) -> None:
    rows = published_round(house)
    [mine] = house.sara_client.get("/v1/conference-bookings").json()["items"]
    assert house.admin_client.made(f"{rows.url}/cancel")["status"] == "cancelled"
    seen = house.sara_client.get(f"/v1/conversations/{mine['conversation_id']}").json()
    assert (seen["status"], seen["cancelled_reason"][:17]) == ("cancelled", "Het oudercontact ")
    assert [one["type"] for one in house.heard()].count("conversation.cancelled") == 3
    again = with_one(house) | {name: mine[name] for name in ("starts_at", "ends_at")}
    assert house.anna_client.post("/v1/conversations", again).is_success, "their time is free"


def test_nobody_waits_or_chooses_in_a_round_that_is_called_off(house: House) -> None:
    rows = bookable(house)
    booked(house.sara_client, rows, talk(rows, 0))
    held = house.omar_client.made(f"{rows.url}/holds", {"slots": [talk(rows, 30)]})["items"]
    waiting = {"staff_id": house.anna, "student_id": house.student}
    house.omar_client.made(f"{rows.url}/waits", waiting)
    house.admin_client.made(f"{rows.url}/cancel")
    assert house.omar_client.get(f"/v1/conference-holds/{held[0]['id']}").status_code == 404
    assert [one["status"] for one in house.omar_client.get("/v1/conference-waits").json()["items"]] == ["ended"]


def test_a_session_keeps_the_talks_that_stand_in_it(house: House) -> None:
    rows = bookable(house)
    booked(house.sara_client, rows, talk(rows, 10))
    where = f"/v1/conference-sessions/{rows.first}"
    for answer in (house.admin_client.patch(where, {"starts_at": at(20)}), house.admin_client.delete(where)):
        assert refused(answer) == (409, "talks_stand_in_session")
        assert ": 1." in answer.json()["detail"]
        assert "moved_sessions" in answer.json()["detail"]
    assert refused(house.admin_client.patch(where, {"starts_at": at(10)}))[1] != "talks_stand_in_session"


def test_the_school_books_only_when_there_is_something_to_book(house: House) -> None:
    rows = bookable(house, status="planning")
    there = {"family_id": rows.sara}
    assert refused(ask_to_book(house.admin_client, rows, talk(rows), **there)) == (409, "round_not_bookable")
    spot = {**there, "staff_ids": [house.anna], "starts_at": (FIRST + timedelta(minutes=70)).isoformat()}
    answer = house.admin_client.post(f"{rows.url}/on-the-spot", spot, headers=key())
    assert refused(answer) == (409, "round_not_bookable")
