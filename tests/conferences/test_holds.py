"""Times that are kept: for five minutes, for one family, and no longer."""

from datetime import UTC, datetime, timedelta

from conferences.bookable import (
    ask_to_book,
    at,
    bookable,
    booked,
    changed,
    on_first,
    open_times,
    refused,
    stops_teaching,
    talk,
)
from conferences.published import FIRST as SESSION
from conferences.published import Rows, drafted, planning_round
from house import Client, House

from domain.conferences.models.holds import Hold

PAST = datetime.now(UTC) - timedelta(minutes=1)


def held(client: Client, rows: Rows, minutes: int = 20) -> dict[str, str]:
    body = {"slots": [{"staff_ids": [rows.house.anna], "starts_at": at(minutes)}]}
    return client.made(f"{rows.url}/holds", body)["items"][0]  # type: ignore[no-any-return]


def test_kept_for_one_family(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    mine = held(house.sara_client, rows)
    assert 20 not in on_first(open_times(house.omar_client, rows))
    assert refused(ask_to_book(house.omar_client, rows, talk(rows, 20))) == (409, "slot_taken")
    assert house.omar_client.get(f"/v1/conference-holds/{mine['id']}").status_code == 404
    booked(house.sara_client, rows, talk(rows, 20))
    assert house.sara_client.get("/v1/conference-holds").json()["items"] == []


def test_another_choice_lets_the_first_go(house: House) -> None:
    rows = bookable(house, grid_minutes=10)
    held(house.sara_client, rows, 20)
    held(house.sara_client, rows, 40)
    assert on_first(open_times(house.omar_client, rows)) == [0, 10, 20, 30, 50]
    booked(house.sara_client, rows, talk(rows, 0))
    assert on_first(open_times(house.omar_client, rows)) == [10, 20, 30, 40, 50]


def test_an_expired_hold_blocks_nobody(house: House) -> None:
    rows = bookable(house)
    mine = held(house.sara_client, rows)
    changed(house, Hold, mine["id"], expires_at=PAST)
    booked(house.omar_client, rows, talk(rows, 20))
    assert house.sara_client.get("/v1/conference-holds").json()["items"] == []


def test_let_go(house: House) -> None:
    rows = bookable(house)
    mine = held(house.sara_client, rows)
    assert house.sara_client.delete(f"/v1/conference-holds/{mine['id']}").status_code == 204
    booked(house.omar_client, rows, talk(rows, 20))


def test_who_reads_the_family_sees_what_is_kept_for_it(house: House) -> None:
    """Itself, and who teaches its child; no other of the staff (R20)."""
    rows = bookable(house)
    stops_teaching(house, "bram", "first_class")
    mine = held(house.sara_client, rows)
    assert house.sara_client.get(f"/v1/conference-holds/{mine['id']}").status_code == 200
    assert house.anna_client.get(f"/v1/conference-holds/{mine['id']}").status_code == 200
    assert house.bram_client.get(f"/v1/conference-holds/{mine['id']}").status_code == 404


def test_planning_and_publishing_go_before_what_is_kept(house: House) -> None:
    """Sara keeps a time while she chooses; Omar's talk is published there, and she hears so when she books."""
    rows = planning_round(house, mode="booking_first", status="open")
    problem = f"{rows.url}/problem"
    free = house.admin_client.get(problem).json()["teachers"]
    slot = {"staff_ids": [house.anna], "starts_at": SESSION.isoformat()}
    mine = house.sara_client.made(f"{rows.url}/holds", {"slots": [slot]})["items"][0]
    assert house.admin_client.get(problem).json()["teachers"] == free
    house.admin_client.made(f"/v1/conference-schedules/{drafted(rows, {'omar_anna': SESSION})}/publish", {})
    assert house.sara_client.get(f"/v1/conference-holds/{mine['id']}").status_code == 404
    answer = ask_to_book(house.sara_client, rows, slot)
    assert refused(answer) == (409, "slot_taken")
    assert answer.json()["alternatives"]
