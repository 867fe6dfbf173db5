"""The waiting list: freed times go to the right family, for a while, and then to the next."""

from datetime import UTC, datetime, timedelta
from typing import Any

from conferences.bookable import (
    FIRST,
    ask_to_book,
    asked,
    bookable,
    booked,
    changed,
    do,
    keep,
    key,
    refused,
    talk,
    window,
)
from conferences.published import Rows
from house import Client, House

from domain.conferences.actions.lapsing import lapse_everywhere
from domain.conferences.models.holds import Hold
from domain.conferences.models.staff import ConferenceStaff
from domain.families.models import Guardianship, HouseholdMember


def full(house: House, **more: Any) -> tuple[Rows, dict[str, Any]]:
    """One talk fits, and Sara has it."""
    rows = bookable(house, staff={"available": [window(lasting=timedelta(minutes=10))]}, **more)
    return rows, booked(house.sara_client, rows, talk(rows))


def wait(client: Client, rows: Rows, student: str = "student") -> str:
    body = {"staff_id": rows.house.anna, "student_id": getattr(rows.house, student)}
    return str(client.made(f"{rows.url}/waits", body)["id"])


def look(client: Client, row_id: str) -> dict[str, Any]:
    return client.get(f"/v1/conference-waits/{row_id}").json()  # type: ignore[no-any-return]


def deed(client: Client, row_id: str, verb: str) -> Any:
    return client.post(f"/v1/conference-waits/{row_id}/{verb}", headers=key())


def test_a_freed_time_is_offered_and_taken(house: House) -> None:
    rows, made = full(house)
    omar = wait(house.omar_client, rows)
    assert look(house.omar_client, omar)["status"] == "waiting"
    do(house.sara_client, made, "cancel")
    offered = look(house.omar_client, omar)
    assert (offered["status"], offered["offered_starts_at"]) == ("offered", made["starts_at"])
    assert refused(ask_to_book(house.sara_client, rows, talk(rows))) == (409, "slot_taken")
    taken = deed(house.omar_client, omar, "take")
    assert (taken.status_code, taken.json()["origin"]) == (201, "waiting_list")
    assert look(house.omar_client, omar)["status"] == "taken"


def test_who_was_invited_comes_before_who_waited_longer(house: House) -> None:
    rows, made = full(house)
    asked(rows, "omar", "student", by=None)
    asked(rows, "other", "other_student")
    first = wait(house.omar_client, rows)
    second = wait(house.other_guardian_client, rows, "other_student")
    do(house.sara_client, made, "cancel")
    assert look(house.omar_client, first)["status"] == "waiting"
    assert look(house.other_guardian_client, second)["status"] == "offered"


def test_it_must_fit_the_family(house: House) -> None:
    away = {"available": [window(minutes=30)], "answered_at": FIRST}
    rows, made = full(house, families={"omar": away})
    first, second = wait(house.omar_client, rows), wait(house.other_guardian_client, rows, "other_student")
    do(house.sara_client, made, "cancel")
    assert look(house.omar_client, first)["status"] == "waiting"
    assert look(house.other_guardian_client, second)["status"] == "offered"


def test_let_go_goes_to_the_next(house: House) -> None:
    rows, made = full(house)
    first, second = wait(house.omar_client, rows), wait(house.other_guardian_client, rows, "other_student")
    do(house.sara_client, made, "cancel")
    assert deed(house.omar_client, first, "let-go").json()["status"] == "let_go"
    assert look(house.other_guardian_client, second)["status"] == "offered"
    assert refused(deed(house.omar_client, first, "take")) == (409, "nothing_offered")


def test_an_offer_lapses_by_itself_to_the_next(house: House) -> None:
    rows, made = full(house)
    first, second = wait(house.omar_client, rows), wait(house.other_guardian_client, rows, "other_student")
    do(house.sara_client, made, "cancel")
    hold = house.omar_client.get("/v1/conference-holds").json()["items"][0]["id"]
    changed(house, Hold, hold, expires_at=datetime.now(UTC) - timedelta(minutes=1))
    assert refused(deed(house.omar_client, first, "take")) == (409, "nothing_offered")
    house.run(lapse_everywhere(house.database, [house.id]))
    assert look(house.omar_client, first)["status"] == "lapsed"
    assert look(house.other_guardian_client, second)["status"] == "offered"


def test_a_cancelled_conversation_frees_its_time_within_a_minute(house: House) -> None:
    """However the time came free."""
    rows, made = full(house)
    omar = wait(house.omar_client, rows)
    house.anna_client.made(f"/v1/conversations/{made['conversation_id']}/cancel", {})
    house.run(lapse_everywhere(house.database, [house.id]))
    assert look(house.omar_client, omar)["status"] == "offered"


def test_nobody_sees_another_family_wait(house: House) -> None:
    rows, _ = full(house)
    omar = wait(house.omar_client, rows)
    assert house.sara_client.get("/v1/conference-waits").json()["items"] == []
    assert house.sara_client.get(f"/v1/conference-waits/{omar}").status_code == 404
    assert refused(
        house.sara_client.post(f"{rows.url}/waits", {"staff_id": house.anna, "student_id": house.student})
    ) == (
        409,
        "already_booked",
    )


def test_booking_for_one_child_keeps_the_place_of_the_other(house: House) -> None:
    rows, _ = full(house)
    at_home = {"school_id": house.id, "student_id": house.ids["student"]}
    mother = {"guardian_id": house.ids["other_guardian"], "relationship": "mother", "right_to_information": True}
    home = HouseholdMember(**at_home, household_id=house.ids["other_household"])
    keep(house, [Guardianship(**at_home, **mother, legal_authority=True), home])
    places = {child: wait(house.other_guardian_client, rows, child) for child in ("student", "other_student")}
    changed(house, ConferenceStaff, rows.ids["staff_anna"], available=[window()])
    booked(house.other_guardian_client, rows, talk(rows, 30, student_ids=[house.other_student]))
    assert look(house.other_guardian_client, places["other_student"])["status"] == "taken"
    assert look(house.other_guardian_client, places["student"])["status"] != "taken"
