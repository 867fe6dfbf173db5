"""From what happened to what arrives: a worker's round, real servers, and what the school sees of it."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from conversations.talks import at, do
from icalendar import Calendar
from messaging.channels.mail_servers import SILENCE, Mailbox
from messaging.channels.web_servers import Web
from messaging.follows import followed, put
from messaging.sending.office import OPEN, PARENTS, Office, address
from plans.test_privacy import restrict
from standardwebhooks import Webhook

from domain.messaging.models import Delivery, Message

SECRET = "whsec_c2FtZW5zcHJhYWsgdmVyZ2VldCBuaWVtYW5k"
HERE = "/v1/messaging"


def got(office: Office, box: Mailbox, name: str = "sara") -> list[Any]:
    return box.to(address(office.house, name))


def test_an_invitation_arrives_with_its_calendar(office: Office, box: Mailbox) -> None:
    talk = office.invited()
    office.goes_round()
    (mail,) = got(office, box)
    (invite,) = mail.iter_attachments()
    (event,) = Calendar.from_ical(invite.get_content()).walk("VEVENT")
    assert event["dtstart"].dt == datetime.fromisoformat(talk["starts_at"])
    (message,) = office.messages
    assert (message["state"], list(message["said"])) == ("sent", ["ar", "nl"])
    assert [(one["state"], one["attempts"], one["confirmed"]) for one in message["deliveries"]] == [("sent", 1, True)]
    assert not got(office, box, "omar")
    office.later(hours=2)
    assert len(got(office, box)) == 1


def test_what_is_cancelled_meanwhile_does_not_leave(office: Office, box: Mailbox) -> None:
    do(office.house.anna_client, office.invited(), "cancel", reason="Ziek")
    office.sends()
    assert office.states == ["overtaken"]
    office.goes_round()
    assert not box.kept


def test_a_restriction_since_wins(office: Office, box: Mailbox) -> None:
    office.invited(None)
    restrict(office.house, "no_contact")
    office.goes_round()
    assert (len(got(office, box)), got(office, box, "omar"), office.states) == (1, [], ["overtaken", "sent"])


def test_nothing_leaves_while_a_school_is_silent(office: Office, box: Mailbox) -> None:
    office.invited()
    office.house.admin_client.made(f"{HERE}/pause")
    office.goes_round()
    assert (box.kept, office.states) == ([], ["waiting"])
    office.house.admin_client.made(f"{HERE}/resume")
    office.goes_round()
    assert len(got(office, box)) == 1


def test_what_was_held_back_does_not_leave(office: Office, box: Mailbox) -> None:
    office.invited()
    office.house.admin_client.made(f"/v1/messages/{office.messages[0]['id']}/withdraw")
    office.goes_round()
    assert (box.kept, office.states) == ([], ["overtaken"])


def test_it_is_too_late_once_the_talk_began(office: Office, box: Mailbox) -> None:
    talk = office.invited()
    office.goes_round(datetime.fromisoformat(talk["starts_at"]))
    assert (box.kept, office.states) == ([], ["overtaken"])


def test_a_school_has_enough_for_one_day(office: Office, box: Mailbox) -> None:
    put(office.house, most_a_day=1)
    office.invited(None)
    for _ in range(2):
        office.does(lambda postman: postman.send(office.house.id, 1))
    assert (len(box.kept), office.states) == (1, ["sent", "waiting"])
    (waits,) = [one for one in office.rows(Message) if one.state == "waiting"]
    office.goes_round(waits.not_before + timedelta(seconds=1))
    assert office.states == ["sent", "sent"]


def test_what_does_not_go_now_is_tried_again(office: Office, box: Mailbox) -> None:
    office.invited()
    box.answers = ["451 Sara Haddad is busy"]
    office.goes_round(times=2)
    assert (office.states, office.tried()) == (["waiting"], [("email", "queued", "busy")])
    office.later(seconds=10)
    assert (len(got(office, box)), office.states, office.tried()) == (1, ["sent"], [("email", "sent", None)])


def test_for_good_failed_goes_to_the_next_way_and_at_the_end_to_people(office: Office, box: Mailbox, web: Web) -> None:
    office.offers("email", "message")
    office.invited()
    box.refuses[address(office.house, "sara")] = "550 nobody here"
    web.usual = 400
    office.goes_round()
    assert office.tried() == [("email", "failed", "refused"), ("message", "failed", "refused")]
    assert web.asked[0].content["to"] == "+3225550100"
    (message,) = office.messages
    assert [(one["kind"], one["staff_id"]) for one in message["tasks"]] == [("find_a_way", None)]
    office.later(hours=3)
    assert (len(web.asked), len(box.kept), office.states) == (1, 0, ["task"])


def test_a_way_that_people_tried_in_vain_is_not_asked_of_them_again(office: Office, box: Mailbox, web: Web) -> None:
    office.offers("phone", "message")
    office.invited()
    office.goes_round()
    (message,) = office.messages
    office.house.anna_client.made(f"/v1/tasks/{message['tasks'][0]['id']}/not-reached")
    office.sends(OPEN + timedelta(minutes=5))
    assert (office.states, len(web.asked)) == (["sent"], 1)


def test_what_this_installation_does_not_offer_goes_another_way(office: Office, box: Mailbox) -> None:
    office.offers("platform", "email")
    office.invited()
    office.goes_round()
    assert (
        office.tried() == [("platform", "failed", "no_number"), ("email", "sent", None)] or len(got(office, box)) == 1
    )
    assert office.tried()[0][1] == "failed"


@pytest.mark.parametrize(
    ("channel", "kind"), [("phone", "say"), ("talk", "say"), ("paper", "print"), ("diary", "write_in_diary")]
)
def test_what_people_do_becomes_a_task(office: Office, box: Mailbox, channel: str, kind: str) -> None:
    office.offers(channel)
    office.invited()
    office.goes_round(times=2)
    (message,) = office.messages
    assert [(one["kind"], one["channel"], one["staff_id"]) for one in message["tasks"]] == [
        (kind, channel, office.house.anna)
    ]
    assert (message["state"], message["deliveries"], box.kept) == ("task", [], [])


def test_an_app_hears_ids_only(office: Office) -> None:
    office.offers("app")
    office.invited()
    office.goes_round()
    (message,) = office.messages
    (told,) = [one for one in office.house.heard() if one["type"] == "message.pushed"]
    assert told["data"] == {"student_id": office.house.student, "guardian_id": office.house.sara}
    assert (told["resource_id"], message["state"]) == (message["id"], "sent")


def test_the_school_platform_gets_it_signed(office: Office, web: Web) -> None:
    office.offers("platform")
    put(office.house, platform_url=web.url, platform_secret=SECRET)
    office.invited()
    office.goes_round()
    (asked,) = web.asked
    told = (
        Webhook(SECRET).verify(asked.body, asked.headers | {"webhook-timestamp": asked.headers["webhook-timestamp"]})
        if abs((OPEN - datetime.now(OPEN.tzinfo)).total_seconds()) < 300
        else asked.content
    )
    assert (told["data"]["guardian_id"], [one["language"] for one in told["data"]["texts"]]) == (
        office.house.sara,
        ["ar", "nl"],
    )
    assert office.states == ["sent"]


def test_two_workers_at_once_say_everything_once(office: Office, box: Mailbox) -> None:
    for number in range(3):
        office.invited(None, **at(60 * number))
    put(office.house, most_per_family_a_day=None)

    async def both(one: Any) -> None:
        async with office.postman() as other:
            while any(await asyncio.gather(*(two.send(office.house.id, 2) for two in (one, other)))):
                continue

    office.does(both)
    assert [len(got(office, box, name)) for name in PARENTS] == [3, 3]
    assert office.states == ["sent"] * 6


def test_what_may_have_arrived_is_not_sent_again(office: Office, box: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("domain.messaging.channels.mail_server.TIMEOUT_SECONDS", 0.2)
    office.invited()
    box.answers = [SILENCE]
    office.goes_round()
    office.later(hours=1)
    (delivery,) = office.rows(Delivery)
    assert (len(got(office, box)), delivery.state, delivery.confirmed, office.states) == (1, "sent", False, ["sent"])


def test_what_was_said_is_told_on(office: Office) -> None:
    office.invited()
    office.goes_round()
    assert "message.sent" in [one["type"] for one in office.house.heard()]
    assert len(followed(office.house)) == 1
