"""What was supposed in a new plan comes true when it is published."""

from typing import Any

from conferences.published import FIRST, QUARTER, SECOND, TALKS, Rows, bookings, drafted, planning_round, window
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
    assert answers(rows) == {"Anna": None, "Sara": "invited", "Omar": "declined"}, "nor asked again when it moves"
