"""A guardian answers with a link: as themselves, and by the rules that hold for everybody."""

from typing import Any

import pytest
from conferences.rounds import EVENING_WINDOW, Round, family, third_window
from conversations.talks import Talk, at, proposed, with_one
from house import Client, House
from messaging.links.messages import ANSWER, invited, link_to, look, message_about, says


def answers(house: House, talk: Talk) -> dict[str, Any]:
    people = house.anna_client.get(f"/v1/conversations/{talk['id']}").json()["participants"]
    names = {house.sara: "sara", house.omar: "omar"}
    return {names[one["guardian_id"]]: one["answer"] for one in people if one["guardian_id"]}


def test_each_parent_answers_for_themselves_only(house: House, nobody: Client, talk: Talk) -> None:
    saras, omars = invited(house, talk), invited(house, talk, "omar")
    assert says(nobody, omars, "decline", reason="Ik werk dan.").status_code == 204
    assert answers(house, talk) == {"sara": "invited", "omar": "declined"}
    assert "Ik werk dan." not in look(nobody, saras).text
    assert says(nobody, saras, "accept", proposal_id=talk["offered_times"][1]["id"]).status_code == 204
    assert answers(house, talk) == {"sara": "accepted", "omar": "declined"}
    [entered] = [
        one["entered_by_id"]
        for one in house.anna_client.get(f"/v1/conversations/{talk['id']}").json()["participants"]
        if one["guardian_id"] == house.sara
    ]
    assert entered is None, "it is her own answer"


def test_a_family_changes_its_mind(house: House, nobody: Client) -> None:
    talk = proposed(house.anna_client, with_one(house, other_times=[at(60)]))
    secret, (first, second) = invited(house, talk), (one["id"] for one in talk["offered_times"])
    steps = [("accept", first), ("accept", second), ("decline", None), ("accept", first)]
    for what, proposal in steps:
        assert says(nobody, secret, what, proposal_id=proposal).status_code == 204
        seen = look(nobody, secret).json()
        assert seen["talk"]["my_answer"] == {"accept": "accepted", "decline": "declined"}[what]
        assert [one["id"] for one in seen["talk"]["offered_times"] if one["is_chosen"]] == (
            [proposal] if proposal else []
        )
    assert (seen["talk"]["status"], seen["may"]) == ("planned", ["decline"])


def test_the_same_answer_twice_at_once_is_one_answer(house: House, nobody: Client) -> None:
    talk = proposed(house.anna_client, with_one(house))
    body = {"json": {"secret": invited(house, talk), "says": "accept"}}
    both = nobody.together(("POST", ANSWER, body), ("POST", ANSWER, body))
    assert [one.status_code for one in both] == [204, 204]
    accepted = [one for one in house.heard() if one["type"] == "conversation.accepted"]
    assert len(accepted) == 1


def test_a_time_that_somebody_took_meanwhile(house: House, nobody: Client, talk: Talk) -> None:
    """The room is taken by another talk: the answer says what to do, and the other time is still there."""
    other = proposed(house.anna_client, with_one(house, "omar", **at()))
    assert house.omar_client.post(f"/v1/conversations/{other['id']}/accept", {}).status_code == 200
    secret, (first, second) = invited(house, talk), (one["id"] for one in talk["offered_times"])
    refused = nobody.post(
        ANSWER, {"secret": secret, "says": "accept", "proposal_id": first}, headers={"Accept-Language": "en"}
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "time_taken")
    assert "Choose another time, or call the school" in refused.json()["detail"]
    assert says(nobody, secret, "accept", proposal_id=second).status_code == 204


def test_what_the_other_parent_chose_stands(house: House, nobody: Client, talk: Talk) -> None:
    saras, omars = invited(house, talk), invited(house, talk, "omar")
    first, second = (one["id"] for one in talk["offered_times"])
    assert says(nobody, omars, "accept", proposal_id=second).status_code == 204
    refused = says(nobody, saras, "accept", proposal_id=first)
    assert (refused.status_code, refused.json()["code"]) == (409, "time_already_chosen")


@pytest.mark.parametrize(
    ("more", "status", "pointer"),
    [
        ({"says": "accept"}, 422, "/proposal_id"),
        ({"says": "available"}, 422, ""),
        ({"says": "available", "availability": {"available": []}}, 409, None),
        ({"says": "perhaps"}, 422, "/says"),
    ],
    ids=["which time", "when", "no round", "no answer"],
)
def test_what_is_wrong_leaves_it_open(
    house: House, nobody: Client, talk: Talk, more: dict[str, Any], status: int, pointer: str | None
) -> None:
    secret = invited(house, talk)
    refused = nobody.post(ANSWER, {"secret": secret} | more)
    assert refused.status_code == status, refused.text
    assert [one["pointer"] for one in refused.json().get("errors", [])][:1] == (
        [pointer] if pointer is not None else []
    )
    assert look(nobody, secret).json()["may"] == ["accept", "decline"]


def test_nobody_answers_to_what_only_tells(house: House, nobody: Client) -> None:
    secret = link_to(house, message_about(house, "communication-plans", house.student, kind="plan_card"))
    assert look(nobody, secret).json()["may"] == []
    assert says(nobody, secret, "accept").json()["code"] == "nothing_to_answer"


def test_a_family_says_when_it_can(house: House, nobody: Client, opened: Round) -> None:
    secret = link_to(house, message_about(house, "conference-rounds", opened["id"], kind="round_opened"))
    wish = {"student_id": house.student, "staff_ids": [house.anna]}
    outside = says(nobody, secret, "available", availability={"available": [third_window()]})
    assert (outside.status_code, outside.json()["errors"][0]["pointer"]) == (422, "/availability/available/0")
    said = says(nobody, secret, "available", availability={"available": [EVENING_WINDOW], "wishes": [wish]})
    assert said.status_code == 204, said.text
    found = family(house, opened, "sara")
    assert (found["status"], found["entered_via"], found["entered_by_staff_id"]) == ("answered", "link", None)
    assert family(house, opened, "omar")["status"] == "asked"


def test_a_repeated_request_is_answered_once(house: House, nobody: Client, talk: Talk) -> None:
    body = {"secret": invited(house, talk), "says": "decline"}
    key = {"Idempotency-Key": "from-a-phone"}
    assert [nobody.post(ANSWER, body, headers=key).status_code for _ in range(2)] == [204, 204]
    assert nobody.post(ANSWER, body | {"says": "accept"}, headers=key).status_code == 422
