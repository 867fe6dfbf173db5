"""Families who are asked bring ideas with their link, and read there what the team did with them."""

from typing import Any

import pytest
from activities.ideas_made import COOKING, IDEAS, WORRY, an_activity, at, bring, of
from house import Client, House
from messaging.links.messages import link_to, look, message_about, says


def asked(house: House, kind: str = "activity_asked") -> tuple[str, str]:
    """An activity about which families were asked, and Sara's link to it."""
    cafe = an_activity(house, "preparing")
    house.anna_client.made(of(cafe, "ask"))
    return cafe, link_to(house, message_about(house, "activities", cafe, kind=kind))


def answered(house: House, idea: dict[str, Any], guardian: str = "sara") -> str:
    """Her link to the answer of the team."""
    house.anna_client.made(at(idea, "answer"), {"words": "Mooi, we bekijken het."})
    return link_to(house, message_about(house, "activity-ideas", idea["id"], guardian, "idea_answered"))


def readiness(house: House, cafe: str) -> list[str]:
    return [one["code"] for one in house.anna_client.get(of(cafe, "readiness")).json()["missing"]]


def test_a_question_sent_is_no_parent_heard_and_an_idea_is(house: House, nobody: Client) -> None:
    cafe, secret = asked(house)
    assert "parents_not_asked" in readiness(house, cafe)
    seen = look(nobody, secret).json()
    assert (seen["activity"]["status"], seen["may"]) == ("preparing", ["idea"])
    said = says(nobody, secret, "idea", idea=WORRY | {"language": "ar", "is_anonymous": True})
    assert said.status_code == 204, said.text
    assert "parents_not_asked" not in readiness(house, cafe)
    [idea] = house.anna_client.get(IDEAS).json()["items"]
    assert (idea["guardian_id"], idea["via"], idea["activity_id"]) == (house.sara, "link", cafe)
    assert (idea["words"], idea["language"], idea["is_anonymous"]) == (WORRY["words"], "ar", True)
    assert house.omar_client.get(at(idea)).status_code == 404, "a worry is for the team"


def test_the_answer_comes_back_to_who_brought_it(house: House, nobody: Client) -> None:
    idea = bring(house.sara_client, WORRY)
    secret, cafe = answered(house, idea), an_activity(house, "invited")
    shown = look(nobody, secret).json()["idea"]
    assert (shown["words"], shown["answer"], shown["outcome"]) == (WORRY["words"], "Mooi, we bekijken het.", None)
    house.anna_client.made(at(idea, "report-back"), {"words": "We koken samen.", "activity_id": cafe})
    shown = look(nobody, secret).json()["idea"]
    assert (shown["outcome"], shown["outcome_activity"]["fr"]) == ("We koken samen.", "Café des parents")
    assert says(nobody, secret, "idea", idea=COOKING).status_code == 204, "and one idea leads to another"
    assert {one["activity_id"] for one in house.anna_client.get(IDEAS).json()["items"]} == {None}


def test_nobody_reads_the_worry_of_the_other_parent(house: House, nobody: Client) -> None:
    assert look(nobody, answered(house, bring(house.sara_client, WORRY), "omar")).status_code == 404


@pytest.mark.parametrize("kind", ["activity_reminder", "activity_change"])
def test_only_who_is_asked_brings(house: House, nobody: Client, kind: str) -> None:
    refused = says(nobody, asked(house, kind)[1], "idea", idea=COOKING)
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_answer")


def test_an_idea_has_words(house: House, nobody: Client) -> None:
    secret = asked(house)[1]
    for idea in ({}, COOKING | {"activity_id": an_activity(house)}, None):
        assert says(nobody, secret, "idea", idea=idea).status_code == 422
