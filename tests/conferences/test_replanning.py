"""What was supposed in a new plan comes true when it is published."""

from datetime import datetime, timedelta
from typing import Any

from conferences.bookable import do
from conferences.published import (
    FIRST,
    LONG,
    QUARTER,
    SECOND,
    TALKS,
    Rows,
    bookings,
    drafted,
    planning_round,
    published_round,
    window,
)
from conferences.rounds import says
from conversations.talks import with_one
from house import House

JOINT = {"joint_anna": TALKS["sara_anna"] | {"families": ["sara", "omar"]}, "omar_bram": TALKS["omar_anna"]}


def publish(rows: Rows, schedule: str) -> None:
    rows.house.admin_client.made(f"/v1/conference-schedules/{schedule}/publish", {})


def joint_round(house: House) -> Rows:
    """Sara and Omar come to Anna together, and Omar to her alone as well; it is published."""
    rows = planning_round(house, JOINT)
    publish(rows, drafted(rows, {"joint_anna": FIRST, "omar_bram": SECOND}))
    return rows


def joint_talk(rows: Rows) -> Any:
    return rows.house.admin_client.get(f"/v1/conversations/{bookings(rows)['joint_anna'].conversation_id}").json()


def answers(rows: Rows) -> dict[str, str | None]:
    return {one["given_name"]: one["answer"] for one in joint_talk(rows)["participants"]}


def test_one_household_steps_back_and_the_last_one_calls_it_off(house: House) -> None:
    rows = joint_round(house)
    made = {"id": bookings(rows)["joint_anna"].id}
    for caller, status in ((house.sara_client, "planned"), (house.omar_client, "cancelled")):
        answer = do(caller, made, "cancel")
        assert answer.is_success, answer.text
        assert joint_talk(rows)["status"] == status


def test_a_joint_talk_goes_on_with_the_household_that_stays(house: House) -> None:
    """R17: one household that does not come calls nothing off for the other; its own talk falls out."""
    rows = joint_round(house)
    gone = {"cancelled_family_ids": [rows.omar]}
    publish(rows, drafted(rows, {"joint_anna": FIRST, "omar_bram": None}, supposed=gone))
    talk = joint_talk(rows)
    assert talk["status"] == "planned"
    assert answers(rows) == {"Anna": None, "Sara": "invited", "Omar": "declined"}
    asked = house.admin_client.get(f"/v1/conference-requests/{rows.joint_anna}").json()
    assert (asked["withdrawn_at"], asked["family_ids"]) == (None, [rows.sara])
    assert house.admin_client.get(f"/v1/conference-requests/{rows.omar_bram}").json()["withdrawn_at"]
    assert "conversation.declined" in {one["type"] for one in house.heard()}
    also = house.anna_client.post("/v1/conversations", with_one(house, "omar") | window(FIRST, QUARTER))
    assert {one["code"] for one in also.json()["errors"]} == {"teacher_taken", "room_taken"}, "his own time is free"
    publish(rows, drafted(rows, {"joint_anna": SECOND}))
    assert answers(rows) == {"Anna": None, "Sara": "invited"}, "nor asked again when it moves"


DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def moved_round(house: House, by: timedelta) -> Rows:
    """Its first session is moved by this; Anna has a break in it of a quarter, an hour after its start."""
    rows = planning_round(house)
    staff = {one["staff_id"]: one for one in house.admin_client.get(f"{rows.url}/staff").json()["items"]}
    pause = {"breaks": [window(FIRST + HOUR, QUARTER)]}
    assert house.admin_client.patch(f"/v1/conference-staff/{staff[house.anna]['id']}", pause).is_success
    publish(rows, drafted(rows, {"sara_anna": FIRST}))
    moves = {"moved_sessions": [{"session_id": rows.first, **window(FIRST + by)}]}
    publish(rows, drafted(rows, {"sara_anna": FIRST}, supposed=moves))
    return rows


def said(windows: list[dict[str, str]]) -> list[tuple[datetime, datetime]]:
    return [(datetime.fromisoformat(one["starts_at"]), datetime.fromisoformat(one["ends_at"])) for one in windows]


def sara_in(rows: Rows) -> Any:
    return rows.house.sara_client.get(f"/v1/conference-families/{rows.sara}").json()


def school_times(rows: Rows) -> list[Any]:
    """Anna's breaks, and the interpreter's times."""
    parts = {
        name: rows.house.admin_client.get(f"{rows.url}/{name}").json()["items"] for name in ("staff", "interpreters")
    }
    [breaks] = [one["breaks"] for one in parts["staff"] if one["breaks"]]
    return [said(breaks), said(parts["interpreters"][0]["available"])]


def test_of_another_day_families_are_asked_again_and_the_school_moves_along(house: House) -> None:
    rows = moved_round(house, DAY)
    start, whole = FIRST + DAY, (SECOND, SECOND + LONG)
    assert school_times(rows) == [[(start + HOUR, start + HOUR + QUARTER)], [(start, start + LONG), whole]]
    family = sara_in(rows)
    assert (family["status"], said(family["available"])) == ("asked", [whole])
    assert says(house.sara_client, rows.sara, available=[window(start)])["status"] == "answered"


def test_at_other_hours_of_the_day_what_still_fits_stays(house: House) -> None:
    rows = moved_round(house, HOUR)
    start, whole = FIRST + HOUR, (SECOND, SECOND + LONG)
    assert school_times(rows) == [[(start + HOUR, start + HOUR + QUARTER)], [(start, start + LONG), whole]]
    family = sara_in(rows)
    assert (family["status"], said(family["available"])) == ("answered", [(start, FIRST + LONG), whole])


def test_what_is_frozen_stays(house: House) -> None:
    """By the office, until it lets go again."""
    rows = published_round(house, {"sara_anna": FIRST})
    where = f"/v1/conference-bookings/{bookings(rows)['sara_anna'].id}"
    later, office = {"sara_anna": SECOND}, house.admin_client
    assert house.anna_client.patch(where, {"is_frozen": True}).status_code == 403
    for is_frozen, starts_at in ((True, FIRST), (False, SECOND)):
        assert office.patch(where, {"is_frozen": is_frozen}).json()["is_frozen"] is is_frozen
        pinned = office.get(f"{rows.url}/problem").json()["meetings"][0]["pinned_start"]
        assert (pinned is not None) is is_frozen
        publish(rows, drafted(rows, later))
        assert datetime.fromisoformat(office.get(where).json()["starts_at"]) == starts_at
