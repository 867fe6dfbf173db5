"""Looking ahead: who would get what, how and why, before anything leaves."""

import asyncio
import re
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from conferences.crowd.school import crowd
from conferences.rounds import open_round
from house import Client, House
from plans.start import SCHOOL_OFFERS, talked
from plans.test_privacy import restrict
from sqlalchemy import event

from domain.conversations.models import Participant
from domain.kernel.row import new_id
from domain.messaging.models.previews import PreviewQuery
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.previews import preview
from domain.plans.decision.asked import REASONS

PREVIEW = "/v1/messages/preview"


def of_talk(house: House, *guardians: str, **more: Any) -> dict[str, Any]:
    """What to ask about a conversation with these guardians of the student."""
    conversation_id = talked(house, **more)

    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            for name in guardians:
                session.add(
                    Participant(
                        school_id=house.id,
                        id=new_id(),
                        conversation_id=UUID(conversation_id),
                        role="guardian",
                        guardian_id=house.ids[name],
                        chose_whatsapp=False,
                    )
                )

    house.run(keep())
    return {"kind": "invitation", "conversation_id": conversation_id}


def seen(client: Client, asked: dict[str, Any]) -> dict[str, Any]:
    answer = client.get(PREVIEW, params=asked)
    assert answer.is_success, answer.text
    return answer.json()  # type: ignore[no-any-return]


def test_it_tells_who_gets_what_and_why(house: House) -> None:
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS)
    found = seen(house.anna_client, of_talk(house, "sara", "omar"))
    assert [one["guardian_id"] for one in found["people"]] == [house.sara, house.omar]
    for one in found["people"]:
        assert (one["name"].split()[1], one["channel"] in SCHOOL_OFFERS["channels"]) == ("Haddad", True)
        assert one["languages"][-1] == "nl"
        assert one["reasons"]
        assert one["would_help"] == []
    assert (found["totals"]["families"], found["totals"]["people"]) == (1, 2)
    assert sum(found["totals"]["by_channel"].values()) >= 1


def test_it_holds_no_address_and_no_number(house: House) -> None:
    text = house.admin_client.get(PREVIEW, params=of_talk(house, "sara", "omar")).text
    assert "+3225550" not in text


def test_who_may_not_hear_it_is_left_out_with_the_reason(house: House) -> None:
    asked = of_talk(house, "sara", "omar")
    restrict(house, "no_contact")
    found = seen(house.anna_client, asked)
    assert [one["guardian_id"] for one in found["people"]] == [house.sara]
    [omar] = found["left_out"]
    assert (omar["guardian_id"], omar["reasons"][0]["code"]) == (house.omar, "contact_restricted")


def test_where_no_way_is_open_it_says_what_would_help(house: House) -> None:
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS | {"channels": ["email"]})
    found = seen(house.admin_client, of_talk(house, "sara"))
    [sara] = found["people"]
    assert (sara["channel"], found["totals"]["unreached_families"]) == (None, 1)
    assert [one["code"] for one in sara["would_help"]] == ["an_email_address", "wishes_in_a_plan", "talk_at_the_gate"]


def test_nothing_is_kept_and_nothing_is_told(house: House) -> None:
    seen(house.anna_client, of_talk(house, "sara"))
    assert house.heard() == []
    assert house.admin_client.get("/v1/messages").json()["items"] == []


def test_it_is_for_who_invites(house: House) -> None:
    asked, round_ = of_talk(house, "sara"), {"kind": "round_opened", "round_id": open_round(house)["id"]}
    assert house.sara_client.get(PREVIEW, params=asked).status_code == 403
    assert house.bram_client.get(PREVIEW, params=asked).status_code == 404
    assert house.anna_client.get(PREVIEW, params=round_).status_code == 403
    assert seen(house.coordinator_client, round_)["totals"]["families"] == 3


def test_of_a_round_each_guardian_hears_once(house: House) -> None:
    found = seen(house.admin_client, {"kind": "round_opened", "round_id": open_round(house)["id"]})
    people = sorted(one["guardian_id"] for one in found["people"])
    assert people == sorted([house.sara, house.omar, house.other_guardian])


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "round_opened"}, {"kind": "digest"}, {"kind": "invitation", "round_id": str(UUID(int=1))}, {}],
    ids=str,
)
def test_it_is_asked_about_one_thing(house: House, wrong: dict[str, Any]) -> None:
    asked = wrong if "round_id" in wrong else wrong | {"conversation_id": str(UUID(int=1))}
    assert house.admin_client.get(PREVIEW, params=asked).status_code == 422


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_picture_says_in_words_what_it_shows(house: House, language: str) -> None:
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS)
    asked = of_talk(house, "sara", "omar")
    answer = house.admin_client.get(f"{PREVIEW}.svg", params=asked, headers={"Accept-Language": language})
    picture = ET.fromstring(answer.text)
    told = picture.findtext("{http://www.w3.org/2000/svg}desc")
    assert picture.get("lang") == language
    assert told is not None
    assert ": 1." in told
    assert len(picture.findall(".//{http://www.w3.org/2000/svg}rect")) > 1


def test_all_that_a_decision_says_is_known_by_its_code() -> None:
    sources = "".join(file.read_text() for file in Path("domain/plans/decision").glob("*.py"))
    codes = set(re.findall(r'because\(\s*"([a-z_]+)"', sources))
    assert len(codes) > 20
    assert codes <= set(REASONS)


def statements(house: House, round_id: UUID, school_id: UUID) -> int:
    """How many the preview of a round takes."""
    counted: list[str] = []

    def note(*of: Any) -> None:
        counted.append(of[2])

    async def look() -> None:
        async with house.database.working_for(school_id) as session:
            engine = session.get_bind()
            event.listen(engine, "before_cursor_execute", note)
            await preview(session, PreviewQuery(kind=MessageKind.ROUND_OPENED, round_id=round_id))
            event.remove(engine, "before_cursor_execute", note)

    house.run(look())
    return len(counted)


def test_the_number_of_statements_is_the_same_for_few_and_for_many(house: House, database_url: str) -> None:
    few, many = (asyncio.run(crowd(database_url, families, 3, 10)) for families in (5, 50))
    assert statements(house, few.round_id, few.school_id) == statements(house, many.round_id, many.school_id) < 20
