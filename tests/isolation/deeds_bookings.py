"""Bookings of conferences."""

from typing import Any
from uuid import UUID

from conferences.bookable import asked_swap, at, bookable, booked, talk
from conferences.published import Rows
from house import House
from isolation.deed import Deed, Ids, of

_MADE: dict[UUID, Rows] = {}


def rows_of(house: House) -> Rows:
    """One round for each house."""
    if house.id not in _MADE:
        _MADE[house.id] = bookable(house)
    return _MADE[house.id]


def of_round(house: House) -> Ids:
    return {"row_id": str(rows_of(house).id)}


def of_staff(house: House) -> Ids:
    return {"row_id": rows_of(house).staff_anna}


def a_talk(house: House) -> str:
    return str(booked(house.sara_client, rows_of(house), talk(rows_of(house), 10))["id"])


def slots(house: House) -> Any:
    return {"slots": [{"staff_ids": [house.anna], "starts_at": at(30)}]}


def a_hold(house: House) -> str:
    return str(house.sara_client.made(f"{rows_of(house).url}/holds", slots(house))["items"][0]["id"])


def waiting(house: House) -> Any:
    return {"staff_id": house.anna, "student_id": house.student}


def a_wait(house: House) -> str:
    """There are open times, so one is offered at once."""
    return str(house.sara_client.made(f"{rows_of(house).url}/waits", waiting(house))["id"])


def a_swap(house: House) -> str:
    """Omar asks Sara."""
    return asked_swap(rows_of(house))


def of_swap(house: House) -> Ids:
    a_swap(house)
    talks = house.omar_client.get("/v1/conference-bookings").json()["items"]
    house.omar_client.made(f"/v1/conference-swaps/{_swap_of(house)}/withdraw")
    return {"row_id": talks[0]["id"]}


def _swap_of(house: House) -> str:
    return str(house.omar_client.get("/v1/conference-swaps").json()["items"][0]["id"])


def spot(house: House) -> Any:
    return {"family_id": rows_of(house).sara, "staff_ids": [house.anna], "starts_at": at(90)}


BOOKINGS: dict[str, Deed] = {
    "list_slots": Deed(of_round, by="sara", query=lambda house: {"staff_id": house.anna}),
    "hold_slots": Deed(of_round, body=slots, by="sara"),
    "list_holds": Deed(shows=a_hold, by="sara"),
    "get_hold": Deed(of(a_hold), by="sara"),
    "delete_hold": Deed(of(a_hold), by="sara"),
    "book_talks": Deed(of_round, body=lambda house: {"talks": [talk(rows_of(house), 20)]}, by="sara"),
    "list_bookings": Deed(shows=a_talk, by="sara"),
    "get_booking": Deed(of(a_talk), by="sara"),
    "change_booking": Deed(of(a_talk), body=lambda _: {"is_frozen": True}),
    "move_booking": Deed(of(a_talk), body=lambda _: {"starts_at": at(40)}, by="sara"),
    "cancel_booking": Deed(of(a_talk), body=lambda _: {}, by="sara"),
    "check_in": Deed(of(a_talk), by="sara"),
    "join_waiting_list": Deed(of_round, body=waiting, by="sara"),
    "list_waits": Deed(shows=a_wait, by="sara"),
    "get_wait": Deed(of(a_wait), by="sara"),
    "take_offer": Deed(of(a_wait), by="sara"),
    "release_offer": Deed(of(a_wait), by="sara"),
    "delete_wait": Deed(of(a_wait), by="sara"),
    "propose_swap": Deed(of_swap, body=lambda _: {"times": []}, by="omar"),
    "list_swaps": Deed(shows=a_swap, by="sara"),
    "get_swap": Deed(of(a_swap), by="sara"),
    "agree_swap": Deed(of(a_swap), by="sara"),
    "refuse_swap": Deed(of(a_swap), by="sara"),
    "withdraw_swap": Deed(of(a_swap), by="omar"),
    "get_delay": Deed(of_staff),
    "put_delay": Deed(of_staff, body=lambda house: {"session_id": rows_of(house).first, "minutes": 15}),
    "list_tight_talks": Deed(of_round),
    "add_talk_on_the_spot": Deed(of_round, body=spot),
}
