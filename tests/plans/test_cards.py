"""The plan in plain words and as a card of one page: to each their own."""

from typing import Any

import pytest
from house import House
from pages import Printed
from plans.start import OMAR_WISHES, Plan, at
from plans.test_privacy import restrict

SECRETS = {"Mevrouw Haddad", "02 555 01 00", "+3225550100", "Huiswerk"}
"""Of Sara alone."""


def summary(client: Any, plan: Plan, **asked: Any) -> Any:
    return client.get(at(plan, "summary"), params=asked)


def card(client: Any, plan: Plan, **asked: Any) -> Printed:
    return Printed(client.get(at(plan, "card"), params=asked))


def test_a_summary_says_it_in_plain_words(house: House, agreed: Plan) -> None:
    seen = summary(house.sara_client, agreed).json()
    assert (seen["title"], seen["student"], seen["school"]) == ("Zo houden we contact", "Lina Haddad", "De Wissel")
    assert seen["review"].startswith("We kijken samen terug op ")
    titles = [one["title"] for one in seen["sections"]]
    assert titles == ["Afgesproken met Sara Haddad", "Zo bereik je de school", "Zo bereikt de school Mevrouw Haddad"]
    assert seen["sections"][0]["lines"] == [
        {
            "name": "Huiswerk",
            "said": "telefoon · als het nodig is · begint: wie iets te vertellen heeft · Ook goed nieuws",
            "pictogram": "telephone",
        }
    ]
    assert {"name": "Antwoord op", "said": "maandag 8.00–16.30", "pictogram": "clock"} in seen["sections"][1]["lines"]
    assert summary(house.sara_client, agreed, lang="ar").json()["title"] == "هكذا نبقى على تواصل"


@pytest.mark.parametrize(("language", "says"), [("nl", "telefoon"), ("fr", "téléphone"), ("en", "phone"), ("ar", "")])
def test_a_card_is_one_page_in_each_language(house: House, agreed: Plan, language: str, says: str) -> None:
    page = card(house.sara_client, agreed, lang=language)
    assert page.is_accessible()
    assert (len(page.reader.pages), page.root["/Lang"]) == (1, language)
    assert says in page.text
    assert "Lina Haddad" in page.text
    assert len(page.alternatives()) >= 4


def test_a_full_plan_still_is_one_page(house: House, agreed: Plan) -> None:
    long = {"topic": "Huiswerk", "channel": "talk", "compromise": "Zo", "if_it_gets_hard": "Eerst bellen. " * 200}
    for _ in range(6):
        house.anna_client.made(at(agreed, "agreements"), long | {"party": "guardian", "guardian_id": house.sara})
    assert [len(card(house.sara_client, agreed, lang=one).reader.pages) for one in ("nl", "ar")] == [1, 1]


def test_nobody_finds_the_other_parent_on_a_card(house: House, agreed: Plan) -> None:
    for client in (house.omar_client, house.student_client):
        for text in (card(client, agreed).text, summary(client, agreed).text):
            assert [secret for secret in (*SECRETS, "Sara") if secret in text] == []
    assert "Tante Amal" not in card(house.sara_client, agreed).text + summary(house.sara_client, agreed).text
    assert "Als ik iets gebroken heb." in summary(house.student_client, agreed).text
    assert "Als ik iets gebroken heb." not in summary(house.sara_client, agreed).text


def test_the_school_hands_a_card_over_as_its_holder_would_read_it(house: House, agreed: Plan) -> None:
    assert all(secret in summary(house.anna_client, agreed).text for secret in ("Mevrouw Haddad", "Tante Amal"))
    for asked, holder in (
        ({"for_guardian_id": house.sara}, house.sara_client),
        ({"for_guardian_id": house.omar}, house.omar_client),
        ({"for_student": True}, house.student_client),
    ):
        assert summary(house.anna_client, agreed, **asked).json() == summary(holder, agreed).json()
        assert card(house.anna_client, agreed, **asked).text == card(holder, agreed).text


def test_only_the_school_names_a_holder_and_only_who_has_part_is_one(house: House, agreed: Plan) -> None:
    for client in (house.omar_client, house.student_client, house.bram_client):
        for asked in ({"for_guardian_id": house.sara}, {"for_student": True}):
            assert summary(client, agreed, **asked).status_code == 404
    assert summary(house.anna_client, agreed, for_guardian_id=house.grandmother).status_code == 404
    assert summary(house.anna_client, agreed, for_guardian_id=house.sara, for_student=True).status_code == 422
    restrict(house, "no_contact")
    for client, asked in ((house.anna_client, {"for_guardian_id": house.omar}), (house.omar_client, {})):
        assert summary(client, agreed, **asked).status_code == 404
        assert client.get(at(agreed, "card"), params=asked).status_code == 404


def test_what_a_family_writes_is_never_markup(house: House, heard: Plan) -> None:
    hostile = '*x* #import "/etc/passwd": y $a^2$ @c'
    wishes = OMAR_WISHES | {"preferred_name": hostile, "topics_at_once": [hostile, "{name}"]}
    house.omar_client.made(at(heard, "guardian-wishes"), wishes)
    page = card(house.omar_client, heard, lang="ar")
    assert "#import" in page.text
    assert "{name}" in page.text
