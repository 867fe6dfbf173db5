"""Talks that are asked for: by the staff, by a family, for a whole class, together or apart."""

from typing import Any

import pytest
from conferences.rounds import (
    AFTERNOON_WINDOW,
    Round,
    answered,
    families,
    family,
    path,
    requests,
    talk,
    third_window,
)
from house import Client, House


@pytest.fixture
def round_(house: House) -> Round:
    return answered(house)


@pytest.fixture
def ids(house: House, round_: Round) -> dict[str, str]:
    return {name: one["id"] for name, one in families(house, round_).items()}


def asked(caller: Client, round_: Round, body: dict[str, Any]) -> dict[str, Any]:
    return caller.made(path(round_, "requests"), body)


def at(request: dict[str, Any], *more: str) -> str:
    return "/".join(["/v1/conference-requests", request["id"], *more])


def broken(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(one["pointer"], one["code"]) for one in answer.json()["errors"]]


def test_the_same_talk_is_asked_once_with_the_higher_need(house: House, round_: Round, ids: dict[str, str]) -> None:
    first = asked(house.sara_client, round_, talk(house, ids["sara"], topics=["Lezen"]))
    again = asked(house.anna_client, round_, talk(house, ids["sara"], need="must", topics=["Rekenen"]))
    assert again["id"] == first["id"]
    assert (again["need"], again["topics"], again["wanted_by_family"]) == ("must", ["Lezen", "Rekenen"], True)
    assert len(requests(house, round_)) == 1


def test_the_familys_voice_counts(house: House, round_: Round, ids: dict[str, str]) -> None:
    """The teacher sees no need, the family does; and neither takes away what the other asks."""
    request = asked(house.sara_client, round_, talk(house, ids["sara"]))
    assert asked(house.anna_client, round_, talk(house, ids["sara"], need="not_needed"))["need"] == "wanted"
    house.anna_client.patch(at(request), {"need": "must"})
    assert house.sara_client.post(at(request, "withdraw")).status_code == 204
    kept = house.anna_client.get(at(request)).json()
    assert (kept["need"], kept["wanted_by_family"], kept["withdrawn_at"]) == ("must", False, None)
    assert house.anna_client.post(at(request, "withdraw")).status_code == 204
    assert house.anna_client.get(at(request)).json()["withdrawn_at"]
    assert house.anna_client.post(at(request, "withdraw")).json()["code"] == "request_withdrawn"
    assert requests(house, round_) == []


@pytest.mark.parametrize(
    ("more", "pointer", "code"),
    [
        ({"need": "must"}, "/need", "for_the_school_to_say"),
        ({"minutes": 30}, "/minutes", "for_the_school_to_say"),
        ({"staff_ids": ["bram"]}, "/staff_ids/0", "does_not_teach"),
        ({"student_ids": ["other_student"]}, "/student_ids/0", "not_their_child"),
    ],
    ids=["need", "length", "a stranger", "another child"],
)
def test_what_a_family_does_not_ask(
    house: House, round_: Round, ids: dict[str, str], more: dict[str, Any], pointer: str, code: str
) -> None:
    said = {
        key: [getattr(house, one) for one in value] if isinstance(value, list) else value for key, value in more.items()
    }
    refused = house.sara_client.post(path(round_, "requests"), talk(house, ids["sara"]) | said)
    assert (pointer, code) in broken(refused)


def test_a_family_asks_for_itself_alone(house: House, round_: Round, ids: dict[str, str]) -> None:
    for theirs in ([ids["omar"]], [ids["sara"], ids["omar"]]):
        refused = house.sara_client.post(path(round_, "requests"), talk(house, "") | {"family_ids": theirs})
        assert {code for _, code in broken(refused)} == {"unknown_reference"}


def test_a_pinned_talk_stands_on_the_grid_in_a_session(house: House, round_: Round, ids: dict[str, str]) -> None:
    begins = AFTERNOON_WINDOW["starts_at"]
    for moment in (begins.replace(":30:00", ":32:00"), AFTERNOON_WINDOW["ends_at"], third_window()["starts_at"]):
        refused = house.anna_client.post(path(round_, "requests"), talk(house, ids["sara"], pinned_at=moment))
        assert broken(refused) == [("/pinned_at", "not_in_a_session")]
    assert asked(house.anna_client, round_, talk(house, ids["sara"], pinned_at=begins))["pinned_at"]


def test_a_whole_class_in_one_call(house: House, round_: Round, ids: dict[str, str]) -> None:
    own = asked(house.sara_client, round_, talk(house, ids["sara"]))
    body = {"class_id": house.first_class, "staff_ids": [house.anna], "need": "must"}
    batch = path(round_, "requests", "batch")
    [result] = house.anna_client.made(batch, body)["items"]
    assert result["student_id"] == house.student
    assert own["id"] in result["request_ids"]
    assert len(result["request_ids"]) == 2, "separated parents each have their own"
    except_her = body | {"exceptions": [{"student_id": house.student, "need": "not_needed"}]}
    assert house.anna_client.made(batch, except_her)["items"][0]["request_ids"] == result["request_ids"]
    assert {one["need"] for one in requests(house, round_)} == {"must"}, "what was said stays: the higher of both"
    assert house.bram_client.post(batch, body).status_code == 422
    assert house.sara_client.post(batch, body).status_code == 403


def test_a_class_together_when_both_agreed(house: House, round_: Round, ids: dict[str, str]) -> None:
    body = {"class_id": house.first_class, "staff_ids": [house.anna], "households_together": True}
    [result] = house.anna_client.made(path(round_, "requests", "batch"), body)["items"]
    [request] = requests(house, round_)
    assert result["request_ids"] == [request["id"]]
    assert set(request["family_ids"]) == {ids["sara"], ids["omar"]}
    seen = house.sara_client.get(at(request)).json()
    assert (seen["family_ids"], seen["together"]) == ([ids["sara"]], "agreed")


def test_who_is_kept_apart_does_not_come_together(house: House, round_: Round, ids: dict[str, str]) -> None:
    pair = {"first_family_id": ids["omar"], "second_family_id": ids["sara"]}
    house.admin_client.made(path(round_, "separations"), pair)
    both = talk(house, "") | {"family_ids": [ids["sara"], ids["omar"]]}
    assert broken(house.anna_client.post(path(round_, "requests"), both)) == [("/family_ids/1", "kept_apart")]
    hers = asked(house.sara_client, round_, talk(house, ids["sara"], with_other_household=True))
    assert hers["together"] == "asked", "it reads the same as when the other can be asked"
    assert house.omar_client.get("/v1/conference-requests").json()["items"] == []
    assert house.sara_client.get(path(round_, "separations")).status_code == 403


# two households together


@pytest.fixture
def along(house: House, round_: Round, ids: dict[str, str]) -> dict[str, Any]:
    """Sara asks Omar along."""
    body = talk(house, ids["sara"], topics=["Slapen"], with_other_household=True, interpreter_language="ar")
    return asked(house.sara_client, round_, body)


def test_the_other_household_learns_that_it_is_asked_and_nothing_else(
    house: House, ids: dict[str, str], along: dict[str, Any]
) -> None:
    assert (along["together"], along["awaits_you"]) == ("asked", False)
    seen = house.omar_client.get(at(along))
    shown = seen.json()
    assert (shown["awaits_you"], shown["family_ids"], shown["staff_ids"]) == (True, [ids["omar"]], [house.anna])
    for hidden in ("Slapen", house.sara, ids["sara"], '"ar"'):
        assert hidden not in seen.text
    assert house.grandmother_client.get(at(along)).status_code == 404


def test_both_say_yes(house: House, round_: Round, ids: dict[str, str], along: dict[str, Any]) -> None:
    own = asked(house.omar_client, round_, talk(house, ids["omar"]))
    house.anna_client.patch(at(own), {"need": "must"})
    joined = house.omar_client.made(at(along, "agree"))
    assert (joined["together"], joined["awaits_you"], joined["need"]) == ("agreed", False, "must")
    assert house.omar_client.get(at(own)).json()["withdrawn_at"], "his own talk with her became this one"
    assert house.omar_client.post(at(along, "agree")).json()["code"] == "nothing_asked"
    assert set(house.anna_client.get(at(along)).json()["family_ids"]) == {ids["sara"], ids["omar"]}
    assert house.omar_client.patch(at(along), {"topics": ["Iets anders"]}).json()["code"] == "brought_by_others"
    assert house.anna_client.get(at(along)).json()["topics"] == ["Slapen"]


def test_one_parent_does_not_cancel_for_both(house: House, ids: dict[str, str], along: dict[str, Any]) -> None:
    house.omar_client.made(at(along, "agree"))
    assert house.sara_client.post(at(along, "withdraw")).status_code == 204
    left = house.anna_client.get(at(along)).json()
    assert (left["family_ids"], left["withdrawn_at"]) == ([ids["omar"]], None)
    assert house.sara_client.get(at(along)).status_code == 404


def test_saying_no_leaves_the_talk_to_who_asked(house: House, ids: dict[str, str], along: dict[str, Any]) -> None:
    assert house.omar_client.post(at(along, "withdraw")).status_code == 204
    left = house.sara_client.get(at(along)).json()
    assert (left["family_ids"], left["together"], left["withdrawn_at"]) == ([ids["sara"]], "asked", None)
    assert house.omar_client.get(at(along)).status_code == 404


def test_who_asks_and_nobody_answers_has_the_talk_alone(house: House, along: dict[str, Any], round_: Round) -> None:
    assert house.sara_client.post(at(along, "agree")).json()["code"] == "nothing_asked"
    assert house.sara_client.post(at(along, "withdraw")).status_code == 204
    assert house.sara_client.get(at(along)).json()["withdrawn_at"]
    assert family(house, round_, "sara")["status"] == "answered"
