"""What people of the school do by voice and paper, and what comes when nobody was reached."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from house import Client, House
from messaging.said import SAID, delivery, message, task
from plans.start import talked
from plans.test_privacy import restrict
from sqlalchemy import update
from sqlmodel import col

from domain.kernel.principal import Membership
from domain.messaging.rules.next_way import next_school_morning
from domain.school.days_off import DaysOff

TASKS = "/v1/tasks"
PHONE = "+3225550100"
"""Sara's."""


def at(row_id: str, *path: str) -> str:
    return "/".join([TASKS, row_id, *path])


def listed(client: Client, query: str = "") -> list[str]:
    return [one["id"] for one in client.get(f"{TASKS}?{query}").json()["items"]]


def message_of(house: House, task_id: str) -> dict[str, Any]:
    message_id = house.admin_client.get(at(task_id)).json()["message_id"]
    return house.admin_client.get(f"/v1/messages/{message_id}").json()  # type: ignore[no-any-return]


def test_staff_see_their_own_and_the_office_all(house: House) -> None:
    annas, brams, offices = task(house), task(house, staff="bram"), task(house, staff=None)
    assert sorted(listed(house.admin_client)) == sorted([annas, brams, offices])
    assert (listed(house.anna_client), listed(house.bram_client)) == ([annas], [brams])
    assert house.anna_client.get(at(brams)).status_code == 404
    assert house.anna_client.post(at(offices, "done")).status_code == 404
    assert listed(house.admin_client, f"staff_id={house.bram}&student_id={house.student}&state=open") == [brams]


def test_the_number_is_for_who_must_do_it_and_while_it_must_be_done(house: House) -> None:
    annas, offices = task(house), task(house, staff=None)
    shown = {
        (name, row_id): getattr(house, f"{name}_client").get(at(row_id)).json().get("phone")
        for name, row_id in (("anna", annas), ("admin", annas), ("admin", offices), ("system", offices))
    }
    assert list(shown.values()) == [PHONE, None, PHONE, None]
    house.anna_client.made(at(annas, "done"))
    assert house.anna_client.get(at(annas)).json()["phone"] is None


def test_lists_hold_no_names_and_no_numbers(house: House) -> None:
    row_id = task(house)
    text = house.anna_client.get(TASKS).text
    assert row_id in text
    assert all(secret not in text for secret in (PHONE, "Haddad", "Sara", SAID["nl"]["text"]))


def test_a_task_says_whom_to_reach_and_what_to_say(house: House) -> None:
    about = UUID(talked(house, status="planned"))
    seen = house.anna_client.get(at(task(house, message(house, state="task", resource_id=about)))).json()
    assert (seen["to"], seen["about"], seen["languages"]) == ("Sara Haddad", "Lina Haddad", ["ar", "nl"])
    assert list(seen["script"]) == ["nl", "ar"]
    assert "Lina" in " ".join(seen["script"]["nl"])


def test_what_was_said_is_sent(house: House) -> None:
    row_id = task(house)
    done = house.anna_client.made(at(row_id, "done"))
    assert (done["state"], done["done_by_id"], done["done_at"] is None) == ("done", house.anna, False)
    after = message_of(house, row_id)
    assert after["state"] == "sent"
    assert datetime.fromisoformat(after["sent_at"]) == datetime.fromisoformat(done["done_at"])
    assert house.anna_client.post(at(row_id, "not-reached")).json()["code"] == "task_closed"
    assert [one["type"] for one in house.heard()] == ["task.done", "message.sent"]


def test_after_a_vain_try_the_next_way_comes(house: House) -> None:
    row_id = task(house, message(house, state="task", channel="talk"), channel="talk")
    assert house.anna_client.made(at(row_id, "not-reached"))["state"] == "not_reached"
    after = message_of(house, row_id)
    assert (after["state"], after["channel"]) == ("waiting", "message")


def test_a_way_that_was_tried_is_not_tried_again(house: House) -> None:
    of = message(house, state="task", channel="phone")
    delivery(house, of, channel="message", state="failed")
    row_id = task(house, of)
    house.anna_client.made(at(row_id, "not-reached"))
    after = message_of(house, row_id)
    assert (after["state"], [one["kind"] for one in after["tasks"]]) == ("task", ["say", "find_a_way"])


def test_after_the_last_way_the_office_finds_one_and_keeps_at_it(house: House) -> None:
    row_id = task(house, message(house, state="task", channel="phone", decision={"further": []}))
    house.anna_client.made(at(row_id, "not-reached"))
    [found] = house.admin_client.get(f"{TASKS}?kind=find_a_way").json()["items"]
    assert (found["staff_id"], found["state"]) == (None, "open")
    again = house.admin_client.made(at(found["id"], "not-reached"))
    assert again["state"] == "open"
    assert house.admin_client.made(at(found["id"], "done"))["state"] == "done"
    assert message_of(house, row_id)["state"] == "sent"


def test_a_task_goes_to_a_colleague_or_the_office(house: House) -> None:
    row_id = task(house)
    assert house.anna_client.patch(at(row_id), {"staff_id": house.bram}).status_code == 204
    assert house.anna_client.get(at(row_id)).status_code == 404
    assert house.bram_client.get(at(row_id)).json()["phone"] == PHONE
    assert house.bram_client.patch(at(row_id), {"staff_id": None}, etag='"1-0000000000000000"').status_code == 412
    assert house.bram_client.patch(at(row_id), {"staff_id": None}).status_code == 204
    assert listed(house.bram_client) == []


def test_who_is_family_of_the_student_does_no_task_about_it(house: House) -> None:
    row_id = task(house, message(house, "omar", state="task"))
    house.run(_also_guardian(house))
    assert listed(house.anna_client) == []
    assert house.anna_client.get(at(row_id)).status_code == 404


async def _also_guardian(house: House) -> None:
    """Anna turns out to be the other parent."""
    async with house.database.working_for(house.id) as session:
        subject = col(Membership.subject) == house.subjects["anna"]
        await session.execute(update(Membership).where(subject).values(guardian_id=house.ids["sara"]))


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (datetime(2026, 11, 24, 12, tzinfo=UTC), datetime(2026, 11, 25, 7, 30, tzinfo=UTC)),
        (datetime(2026, 11, 27, 12, tzinfo=UTC), datetime(2026, 11, 30, 7, 30, tzinfo=UTC)),
        (datetime(2026, 3, 27, 23, 30, tzinfo=UTC), datetime(2026, 3, 30, 6, 30, tzinfo=UTC)),
        (datetime(2026, 12, 18, 12, tzinfo=UTC), datetime(2027, 1, 4, 7, 30, tzinfo=UTC)),
    ],
    ids=["a weekday", "a Friday", "the night after, the clock moved", "the last day before Christmas holiday"],
)
def test_the_next_morning_is_one_of_a_school(now: datetime, then: datetime) -> None:
    assert next_school_morning(now, ZoneInfo("Europe/Brussels"), DaysOff()) == then


def test_what_was_in_vain_comes_back_on_the_next_day_with_school(house: House) -> None:
    today = datetime.now(UTC).date()
    opens = today + timedelta(days=5)
    closed = {"kind": "free_day", "name": {"nl": "Vrij"}, "starts_on": str(today), "ends_on": str(opens)}
    house.admin_client.made("/v1/calendar-periods", closed)
    row_id = task(house, message(house, state="task", urgency="urgent", decision={"further": []}))
    house.anna_client.made(at(row_id, "not-reached"))
    [found] = house.admin_client.get(f"{TASKS}?kind=find_a_way").json()["items"]
    assert opens <= datetime.fromisoformat(found["due_at"]).date()
    assert found["is_urgent"]
    again = house.admin_client.made(at(found["id"], "not-reached"))
    assert opens <= datetime.fromisoformat(again["due_at"]).date()


def test_what_is_urgent_goes_to_the_urgent_number(house: House) -> None:
    plan = house.anna_client.made("/v1/communication-plans", {"conversation_id": talked(house)})
    wishes = {"channels": ["phone"], "urgent_phone": "02 555 09 99"}
    house.sara_client.made(f"/v1/communication-plans/{plan['id']}/guardian-wishes", wishes)
    of = [message(house, who, state="task") for who in ("sara", "sara", "omar")]
    tasks = [task(house, one, is_urgent=urgent) for one, urgent in zip(of, (True, False, True), strict=True)]
    numbers = [house.anna_client.get(at(row_id)).json()["phone"] for row_id in tasks]
    assert numbers[:2] == ["+3225550999", PHONE]
    assert "+3225550999" not in numbers[1:]
    assert house.admin_client.get(at(tasks[0])).json()["phone"] is None


def test_after_a_restriction_there_is_nothing_to_say_and_no_number(house: House) -> None:
    about = UUID(talked(house, status="planned"))
    row_id = task(house, message(house, guardian="omar", state="task", resource_id=about))
    assert house.anna_client.get(at(row_id)).json()["script"]
    restrict(house, "no_contact")
    seen = house.anna_client.get(at(row_id)).json()
    assert (seen["script"], seen["phone"]) == ({}, None)
