"""Asking the decision over HTTP: who may ask about whom, and what is answered."""

import json
from typing import Any

import pytest
from house import House
from plans.start import Plan, at, with_sara

MONDAY = "2026-11-23T09:00:00Z"
TALKS = {"topic": "conversations"}


def ask(caller: Any, path: str, body: dict[str, Any] | None = None, moment: str = MONDAY, **query: Any) -> Any:
    return caller.post(f"{path}/decide", TALKS | (body or {}), params={"at": moment, **query})


def of_student(house: House) -> str:
    return f"/v1/students/{house.student}"


def codes(one: dict[str, Any]) -> list[str]:
    return [reason["code"] for reason in one["reasons"]]


def test_staff_see_how_everybody_is_reached_and_why(house: House) -> None:
    answer = ask(house.anna_client, of_student(house), explain=True).json()
    sara = next(one for one in answer["reached"] if one["guardian_id"] == house.sara)
    assert (sara["name"], sara["channel"], sara["languages"]) == ("Sara Haddad", "phone", ["ar", "nl"])
    assert (sara["earliest"], sara["local_earliest"]) == ("2026-11-23T09:00:00Z", "2026-11-23T10:00:00+01:00")
    assert codes(sara) == [
        *("has_right_to_information", "email_address_missing", "channel_of_school"),
        *("suits_now", "language_of_reader", "sender_office"),
    ]
    assert {tuple(reason["detail"]) for reason in sara["reasons"]} == {("nl", "fr", "en")}
    assert sara["reasons"][2]["detail"]["fr"].endswith("ce qu'elle propose : téléphone.")
    assert [(one["name"], codes(one)) for one in answer["left_out"]] == [("Fatima Haddad", ["no_right_to_information"])]
    assert answer["for_school"] == []


def test_no_contact_data_ever(house: House, agreed: Plan) -> None:
    said = ask(house.admin_client, at(agreed), {"urgency": "urgent"}, explain=True).text
    assert "+32" not in said
    assert "@" not in said


def test_a_guardian_sees_only_themselves(house: House, agreed: Plan) -> None:
    for path in (at(agreed), of_student(house)):
        answer = ask(house.sara_client, path)
        assert [one["guardian_id"] for one in answer.json()["reached"]] == [house.sara]
        assert house.omar not in answer.text
        assert "Omar" not in answer.text
        assert ask(house.sara_client, path, {"guardian_ids": [house.omar]}).status_code == 404
        assert ask(house.sara_client, path, {"guardian_ids": [house.sara]}).status_code == 200


def test_a_student_sees_only_themselves(house: House, agreed: Plan) -> None:
    reached = ask(house.student_client, at(agreed)).json()["reached"]
    assert [(one["party"], one["channel"]) for one in reached] == [("student", "talk")]


def test_strangers_find_nothing(house: House, other_house: House, agreed: Plan) -> None:
    strangers = (house.bram_client, house.grandmother_client, house.other_guardian_client, other_house.admin_client)
    for caller in strangers:
        for path in (at(agreed), of_student(house)):
            assert ask(caller, path).status_code == 404


def test_a_teacher_learns_no_name_of_another_family(house: House) -> None:
    answer = ask(house.anna_client, of_student(house), {"guardian_ids": [house.other_guardian]}).json()
    assert [(one["name"], codes(one)) for one in answer["left_out"]] == [(None, ["not_a_guardian"])]
    assert [one["code"] for one in answer["for_school"]] == ["nobody_to_tell"]


def test_a_restriction_wins_and_the_other_parent_is_not_named(house: House, agreed: Plan) -> None:
    limit = {"student_id": house.student, "guardian_id": house.omar, "kind": "no_contact", "basis": "Vonnis"}
    house.admin_client.made("/v1/restrictions", limit | {"starts_on": "2026-09-01", "ends_on": "2099-01-01"})
    answer = ask(house.admin_client, at(agreed), explain=True).json()
    left = {one["guardian_id"]: one for one in answer["left_out"]}
    assert codes(left[house.omar]) == ["contact_restricted"]
    assert "Sara" not in json.dumps(left[house.omar]["reasons"])
    assert ask(house.omar_client, at(agreed)).status_code == 404


def test_an_agreement_on_the_topic_comes_first(house: House, agreed: Plan) -> None:
    more = {"topic": "Entretiens", "channel": "talk", "answered_by_id": house.anna}
    house.anna_client.made(at(agreed, "agreements"), with_sara(house) | more)
    sara = ask(house.sara_client, at(agreed)).json()["reached"][0]
    assert (sara["channel"], sara["further"], sara["sender_name"]) == ("talk", ["phone"], "Anna Claes")
    assert "channel_agreed" in codes(sara)


def test_another_moment_is_another_answer(house: House, agreed: Plan) -> None:
    friday = ask(house.sara_client, at(agreed), moment="2026-12-18T20:00:00Z").json()["reached"][0]
    assert friday["local_earliest"] == "2027-01-04T08:00:00+01:00"
    assert "outside_school_hours" in codes(friday)


@pytest.mark.parametrize("moment", ["9999-12-31T00:00:00Z", "0001-01-01T00:00:00Z", "2026-11-23T09:00:00"])
def test_a_moment_is_one_of_our_calendar(house: House, moment: str) -> None:
    assert ask(house.admin_client, of_student(house), moment=moment).status_code == 422


def test_a_sender_is_somebody_of_the_staff(house: House) -> None:
    answer = ask(house.admin_client, of_student(house), {"sender_id": house.sara})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/sender_id")
    assert ask(house.admin_client, of_student(house), {"sender_id": house.bram}).status_code == 200
