"""What is told to whom, as each may see it."""

from datetime import timedelta
from typing import Any

import pytest
from house import Client, House
from messaging.said import SAID, SOON, delivery, message, task
from plans.test_privacy import restrict

from domain.kernel import clock

MESSAGES = "/v1/messages"


def at(row_id: str, *path: str) -> str:
    return "/".join([MESSAGES, row_id, *path])


def listed(client: Client, query: str = "") -> list[str]:
    return [one["id"] for one in client.get(f"{MESSAGES}?{query}").json()["items"]]


def test_the_school_sees_all_a_teacher_those_of_her_students(house: House) -> None:
    ours, theirs = message(house), message(house, "other_guardian", "other_student")
    for client in (house.admin_client, house.coordinator_client, house.system_client):
        assert listed(client) == [theirs, ours], "the newest first"
    assert listed(house.anna_client) == [ours]
    assert listed(house.bram_client) == [theirs]
    assert house.bram_client.get(at(ours)).status_code == 404


def test_parents_see_what_was_sent_to_themselves(house: House) -> None:
    for_sara, for_omar = (message(house, name, state="sent", sent_at=SOON) for name in ("sara", "omar"))
    waits, to_student = message(house), message(house, None, state="sent", sent_at=SOON)
    assert [listed(getattr(house, f"{name}_client")) for name in ("sara", "omar", "student")] == [
        [for_sara],
        [for_omar],
        [to_student],
    ]
    assert house.sara_client.get(at(for_sara)).json()["said"] == SAID
    for hidden in (for_omar, waits, to_student):
        assert house.sara_client.get(at(hidden)).status_code == 404
    assert (listed(house.grandmother_client), listed(house.other_guardian_client)) == ([], [])


@pytest.mark.parametrize("kind", ["no_contact", "no_information"])
def test_who_is_kept_away_reads_it_no_longer(house: House, kind: str) -> None:
    sent = message(house, "omar", state="sent", sent_at=SOON)
    assert listed(house.omar_client) == [sent]
    restrict(house, kind)
    assert (listed(house.omar_client), house.omar_client.get(at(sent)).status_code) == ([], 404)


def test_a_family_sees_nothing_of_who_does_what_at_school(house: House) -> None:
    sent = message(house, state="sent", sent_at=SOON)
    task(house, sent, state="done")
    assert [one["kind"] for one in house.anna_client.get(at(sent)).json()["tasks"]] == ["say"]
    assert house.sara_client.get(at(sent)).json()["tasks"] == []


def test_a_message_tells_why_and_how_it_went(house: House) -> None:
    row_id = message(house, state="task")
    delivery(house, row_id, state="failed", attempts=3, problem="mailbox_unknown")
    seen = house.admin_client.get(at(row_id)).json()
    assert (seen["further"], seen["languages"]) == (["message", "phone"], ["ar", "nl"])
    assert [one["code"] for one in seen["reasons"]] == ["has_right_to_information"]
    tried = [(one["channel"], one["state"], one["problem"]) for one in seen["deliveries"]]
    assert tried == [("email", "failed", "mailbox_unknown")]


def test_no_answer_holds_an_address_or_a_number(house: House) -> None:
    row_id = message(house, decision={"reasons": []}, said={})
    for text in (house.admin_client.get(at(row_id)).text, house.admin_client.get(MESSAGES).text):
        assert "+3225550" not in text
        assert "@" not in text
        assert "Haddad" not in text


def test_messages_are_found_by_what_they_are(house: House) -> None:
    sent = message(house, "omar", kind="reminder", channel="phone", state="sent", sent_at=SOON)
    message(house, "other_guardian", "other_student")
    about = house.admin_client.get(at(sent)).json()["resource_id"]
    searches: dict[str, Any] = {"kind": "reminder", "channel": "phone", "state": "sent", "resource_id": about}
    for name, value in (searches | {"student_id": house.student, "guardian_id": house.omar}).items():
        assert listed(house.admin_client, f"{name}={value}") == [sent], name
    now = clock.now()
    for moment, found in ((now - timedelta(hours=1), 2), (now + timedelta(hours=1), 0)):
        answer = house.admin_client.get(MESSAGES, params={"since": moment.isoformat()})
        assert len(answer.json()["items"]) == found


def test_pages_go_from_the_newest_to_the_oldest(house: House) -> None:
    made = [message(house) for _ in range(3)]
    first = house.admin_client.get(f"{MESSAGES}?limit=2").json()
    rest = house.admin_client.get(f"{MESSAGES}?limit=2&cursor={first['next_cursor']}").json()
    assert [one["id"] for one in (*first["items"], *rest["items"])] == made[::-1]


def test_what_waits_can_be_held_back(house: House) -> None:
    row_id = message(house, state="task")
    to_do = task(house, row_id)
    delivery(house, row_id)
    assert house.anna_client.post(at(row_id, "withdraw")).status_code == 403
    assert house.admin_client.made(at(row_id, "withdraw"))["state"] == "overtaken"
    after = house.admin_client.get(at(row_id)).json()
    assert [one["state"] for one in (*after["deliveries"], *after["tasks"])] == ["dropped", "dropped"]
    assert house.anna_client.post(f"/v1/tasks/{to_do}/done").json()["code"] == "task_closed"
    told = [(one["type"], one["data"]) for one in house.heard()]
    assert told == [("message.withdrawn", {"student_id": house.student})]


@pytest.mark.parametrize("state", ["sending", "sent", "in_digest", "overtaken"])
def test_what_left_does_not_come_back(house: House, state: str) -> None:
    refused = house.admin_client.post(at(message(house, state=state), "withdraw"))
    assert (refused.status_code, refused.json()["code"]) == (409, "message_left")
