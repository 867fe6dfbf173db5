"""What a family hears of a visit at home: a question, a day, that it is off; never where (R29)."""

from datetime import datetime, timedelta
from typing import Any

from house import Client, House
from messaging.follows import begun, followed, put, say, told
from messaging.telling import message
from messaging.telling import told as facts_of
from messaging.test_still import verdicts
from visits.asked import ADDRESS, YES, agreed, asked, at, going, planned

from domain.kernel import clock
from domain.messaging.actions.reminding import remind
from domain.messaging.models.words import MessageKind
from domain.messaging.wording.saying import say as in_words


def test_the_one_who_is_asked_hears_it(house: House) -> None:
    asked(begun(house))
    assert told(house, followed(house)) == [("home_visit_asked", "sara")]
    assert verdicts(house) == {"sara": ("now", None)}


def test_a_plan_is_told_and_an_unread_question_is_taken_back(house: House) -> None:
    visit = asked(begun(house))
    followed(house)
    house.sara_client.made(at(visit, "answer"), YES)
    house.anna_client.made(at(visit, "plan"), going(house))
    messages = followed(house, limit=1)
    assert told(house, messages) == [("home_visit_planned", "sara")]
    assert told(house, messages, "overtaken") == [("home_visit_asked", "sara")]


def test_another_plan_is_told_and_the_same_one_is_not(house: House) -> None:
    visit = planned(begun(house))
    followed(house)
    say(house)
    house.anna_client.made(at(visit, "plan"), going(house))
    assert told(house, followed(house)) == []
    house.anna_client.made(at(visit, "plan"), going(house, minutes=45))
    assert told(house, followed(house)) == [("home_visit_planned", "sara")]


def test_who_takes_the_yes_back_hears_nothing_more(house: House) -> None:
    visit = planned(begun(house))
    followed(house)
    house.sara_client.post(at(visit, "withdraw"))
    assert verdicts(house) == {"sara": ("overtaken", "changed")}
    assert told(house, followed(house)) == []


def test_a_visit_that_is_off_is_told_to_who_heard_of_it(house: House) -> None:
    visit = planned(begun(house))
    followed(house)
    say(house)
    house.anna_client.made(at(visit, "cancel"))
    assert told(house, followed(house)) == [("home_visit_cancelled", "sara")]
    assert verdicts(house) == {"sara": ("now", None)}


def test_that_it_is_off_is_told_before_it_would_have_been(house: House) -> None:
    visit = planned(begun(house))
    followed(house)
    say(house)
    house.anna_client.made(at(visit, "cancel"))
    [off] = [one for one in followed(house) if one.state == "waiting"]
    assert off.too_late_at == datetime.fromisoformat(visit["starts_at"])


def test_a_family_that_said_no_hears_nothing_more(house: House) -> None:
    visit = asked(begun(house))
    followed(house)
    say(house)
    house.sara_client.made(at(visit, "answer"), {"says": "no"})
    assert house.anna_client.post(at(visit, "cancel")).status_code == 409
    assert told(house, followed(house)) == []


def test_of_a_visit_that_was_taken_back_messages_keep_nothing(house: House, nobody: Client) -> None:
    """R29: not when it was to be, nor who would come; and its link shows nothing any longer."""
    visit = planned(begun(house))
    followed(house)
    say(house, said={"nl": {"subject": "Onze afspraak", "text": "Anna Claes komt dinsdag."}})
    [row] = house.admin_client.get("/v1/messages", params={"resource_id": visit["id"]}).json()["items"]
    link = house.admin_client.made(f"/v1/messages/{row['id']}/links")
    secret = {"secret": link["address"].partition("#")[2]}
    assert datetime.fromisoformat(link["expires_at"]) > datetime.fromisoformat(visit["ends_at"])
    assert nobody.post("/v1/message-links/look", secret).status_code == 200
    house.sara_client.post(at(visit, "withdraw"))
    assert [(one.said, one.told) for one in followed(house)] == [({}, {})]
    assert nobody.post("/v1/message-links/look", secret).status_code == 404


def test_a_visit_that_is_off_before_anybody_heard_of_it_is_never_told(house: House) -> None:
    visit = asked(begun(house))
    followed(house)
    house.anna_client.made(at(visit, "cancel"))
    assert told(house, followed(house)) == []


def test_a_day_before_the_family_is_reminded_once(house: House) -> None:
    visit = planned(begun(house))
    put(house, quiet_at_weekends=False)
    followed(house)
    say(house)

    async def look() -> None:
        with clock.at(datetime.fromisoformat(visit["starts_at"]) - timedelta(hours=12)):
            for _ in range(2):
                async with house.database.working_for(house.id) as session:
                    await remind(session)

    house.run(look())
    assert told(house, followed(house)) == [("home_visit_reminder", "sara")]


def test_it_says_when_and_who_and_never_where(house: House) -> None:
    visit = planned(house)
    (facts,) = facts_of(house, [message(house, MessageKind.HOME_VISIT_PLANNED, f"home-visits/{visit['id']}")])
    assert facts
    said = str(in_words(facts, "nl", {}))
    assert "Anna Claes" in said
    assert "bij jou thuis" in said
    assert not any(part in said for part in ADDRESS.values())


def test_the_other_parent_is_told_nothing(house: House) -> None:
    """R17."""
    visit = agreed(house)
    for kind in (MessageKind.HOME_VISIT_ASKED, MessageKind.HOME_VISIT_PLANNED):
        assert facts_of(house, [message(house, kind, f"home-visits/{visit['id']}", "omar")]) == [None]


def test_looking_ahead_is_for_who_knows_the_family(house: House) -> None:
    query: dict[str, Any] = {"kind": "home_visit_asked", "home_visit_id": asked(house)["id"]}
    found = house.anna_client.get("/v1/messages/preview", params=query)
    assert [one["guardian_id"] for one in found.json()["people"]] == [house.sara]
    assert house.bram_client.get("/v1/messages/preview", params=query).status_code == 404
