"""A plan over HTTP, from the start conversation to looking back (R06)."""

from typing import Any
from uuid import UUID

import pytest
from house import House
from plans.start import (
    OMAR_WISHES,
    SARA_WISHES,
    SCHOOL_OFFERS,
    STUDENT_WISHES,
    Plan,
    at,
    pointed,
    talked,
    with_omar,
    with_sara,
)
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from domain.conversations.models import Conversation
from domain.kernel.row import new_id
from domain.plans.models import CommunicationPlan

PLANS = "/v1/communication-plans"


def test_a_plan_goes_from_the_talk_to_looking_back(house: House, agreed: Plan) -> None:
    assert agreed["status"] == "agreed"
    assert [one["party"] for one in agreed["agreed_by"]] == ["guardian", "student", "teacher"]
    assert [one["topic"] for one in agreed["agreements"]] == ["Huiswerk", "Zwemmen"]
    assert agreed["guardian_wishes"][0]["urgent_phone"] == "+3225550100"
    assert agreed["options"][0]["channels"] == SCHOOL_OFFERS["channels"]
    reviewed = house.anna_client.made(at(agreed, "review"), {"outcome": "keep", "note": "Het werkt."})
    assert (reviewed["status"], reviewed["review_outcome"], reviewed["review_note"]) == (
        "reviewed",
        "keep",
        "Het werkt.",
    )
    assert house.anna_client.get(at(agreed)).json() == reviewed
    told = [change["type"] for change in _changes(house)]
    assert told == [
        "plan.drafted",
        *["plan.wishes_given"] * 3,
        *["plan.agreement_made"] * 2,
        *["plan.approved"] * 2,
        "plan.agreed",
        "plan.reviewed",
    ]


def _changes(house: House) -> list[dict[str, Any]]:
    changes = house.heard()
    return [one for one in changes if one["resource"] == "communication_plans"]


def test_a_draft_is_of_the_student_and_the_year_of_the_conversation(house: House, draft: Plan) -> None:
    assert (draft["student_id"], draft["academic_session_id"]) == (house.student, house.year)
    assert (draft["status"], draft["ends_on"], draft["based_on_id"]) == ("draft", "2027-09-01", None)
    assert draft["review_on"] < draft["ends_on"]
    assert (draft["student_wishes"], draft["guardian_wishes"], draft["agreements"]) == (None, [], [])


def test_a_student_has_one_plan_a_year(house: House, draft: Plan) -> None:
    again = house.anna_client.post(PLANS, {"conversation_id": talked(house)})
    assert again.status_code == 409
    assert len(house.anna_client.get(PLANS).json()["items"]) == 1


def test_a_plan_needs_a_start_conversation_that_took_place(house: House) -> None:
    for talk, code in (
        ({"meeting_type": "reverse-conversation"}, "start_conversation_needed"),
        ({"status": "planned"}, "start_conversation_not_held"),
        ({"academic_session_id": None}, "school_year_unknown"),
    ):
        refused = house.anna_client.post(PLANS, {"conversation_id": talked(house, **talk)})
        assert (refused.status_code, pointed(refused)) == (422, [("/conversation_id", code)])


def test_the_database_refuses_a_plan_without_its_conversation(house: House, draft: Plan) -> None:
    with pytest.raises(IntegrityError, match="communication_plans_school_id_conversation_id_fkey"):
        house.run(_change_in_database(house, draft, conversation_id=new_id()))
    with pytest.raises(IntegrityError, match="communication_plans_school_id_conversation_id_fkey"):
        house.run(_change_in_database(house, None, id=UUID(draft["conversation_id"])))


async def _change_in_database(house: House, plan: Plan | None, **values: Any) -> None:
    """Point the plan to another conversation, or (no plan) take its conversation away."""
    async with house.database.working_for(house.id) as session:
        if plan:
            statement: Any = (
                update(CommunicationPlan).where(col(CommunicationPlan.id) == UUID(plan["id"])).values(**values)
            )
        else:
            statement = delete(Conversation).where(col(Conversation.id) == values["id"])
        await session.execute(statement)


def test_a_student_takes_the_plan_along(house: House, agreed: Plan) -> None:
    assert house.admin_client.delete(f"/v1/students/{house.student}").status_code == 204
    assert house.admin_client.get(at(agreed)).status_code == 404


def test_nothing_is_agreed_before_both_sides_are_heard(house: House, draft: Plan) -> None:
    def refused(agreement: dict[str, Any]) -> list[tuple[str, str]]:
        answer = house.anna_client.post(at(draft, "agreements"), agreement)
        assert answer.status_code == 422
        return pointed(answer)

    nobody_heard = [("/channel", "school_options_missing"), ("/guardian_id", "guardian_wishes_missing")]
    assert refused(with_sara(house)) == nobody_heard
    house.omar_client.made(at(draft, "guardian-wishes"), OMAR_WISHES)
    assert refused(with_omar(house)) == [("/channel", "school_options_missing")]
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS)
    assert refused(with_sara(house)) == [("/guardian_id", "party_wishes_missing")]
    assert refused({"party": "student", "topic": "Toetsen", "channel": "talk"}) == [("/party", "party_wishes_missing")]
    assert house.anna_client.get(at(draft)).json()["agreements"] == []


def test_a_channel_is_offered_and_wished_or_explained(house: House, heard: Plan) -> None:
    def answer(agreement: dict[str, Any]) -> Any:
        return house.anna_client.post(at(heard, "agreements"), agreement)

    assert pointed(answer(with_sara(house, "email", compromise="Toch."))) == [("/channel", "channel_not_offered")]
    assert pointed(answer(with_sara(house, "platform"))) == [("/compromise", "compromise_needed")]
    assert answer(with_sara(house, "platform", compromise="Voor de foto's.")).status_code == 200
    assert answer(with_sara(house, "phone")).status_code == 200
    assert answer({"party": "student", "topic": "Toetsen", "channel": "talk"}).status_code == 200


def test_who_answers_must_offer_the_channel_too(house: House, heard: Plan) -> None:
    house.anna_client.made("/v1/communication-options", {"staff_id": house.anna, "channels": ["talk"]})
    by_anna = house.anna_client.post(at(heard, "agreements"), with_sara(house, "phone", answered_by_id=house.anna))
    assert pointed(by_anna) == [("/channel", "channel_not_offered")]
    assert house.anna_client.post(at(heard, "agreements"), with_sara(house, "phone")).status_code == 200


def test_wishes_replace_what_was_wished_before(house: House, heard: Plan) -> None:
    plan = house.sara_client.made(at(heard, "guardian-wishes"), {"channels": ["talk", "talk"]})
    assert [(one["channels"], one["preferred_name"]) for one in plan["guardian_wishes"]] == [(["talk"], None)]
    assert len(house.anna_client.get(at(heard)).json()["guardian_wishes"]) == 2


def test_staff_enter_for_a_family_and_it_is_kept_who_did(house: House, draft: Plan) -> None:
    unnamed = house.anna_client.post(at(draft, "guardian-wishes"), SARA_WISHES)
    assert (unnamed.status_code, pointed(unnamed)) == (422, [("/guardian_id", "guardian_needed")])
    house.anna_client.made(at(draft, "guardian-wishes"), SARA_WISHES | {"guardian_id": house.sara})
    plan = house.admin_client.made(at(draft, "student-wishes"), STUDENT_WISHES)
    by_anna = plan["guardian_wishes"][0]
    assert (by_anna["guardian_id"], by_anna["entered_by_id"], by_anna["on_behalf"]) == (house.sara, house.anna, True)
    assert (plan["student_wishes"]["entered_by_id"], plan["student_wishes"]["on_behalf"]) == (None, True)
    own = house.sara_client.made(at(draft, "guardian-wishes"), SARA_WISHES)["guardian_wishes"][0]
    assert (own["id"], own["entered_by_id"], own["on_behalf"]) == (by_anna["id"], house.sara, False)


def test_staff_say_yes_for_a_family_and_it_is_kept_who_did(house: House, heard: Plan) -> None:
    house.anna_client.made(at(heard, "agreements"), with_sara(house))
    for yes in ({"party": "guardian", "guardian_id": house.sara}, {"party": "student"}):
        house.anna_client.made(at(heard, "agree"), yes)
    plan = house.anna_client.made(at(heard, "agree"), {"party": "teacher"})
    assert plan["status"] == "agreed"
    assert [(one["entered_by_id"], one["on_behalf"]) for one in plan["agreed_by"]] == [
        (house.anna, True),
        (house.anna, True),
        (house.anna, False),
    ]


def test_a_yes_is_to_the_agreements_that_stood_there(house: House, heard: Plan) -> None:
    house.anna_client.made(at(heard, "agreements"), with_sara(house))
    house.sara_client.made(at(heard, "agree"), {"party": "guardian"})
    other = house.anna_client.made(at(heard, "agreements"), with_omar(house))
    assert other["agreed_by"] == []
    house.student_client.made(at(heard, "agree"), {"party": "student"})
    still = house.anna_client.made(at(heard, "agree"), {"party": "teacher"})
    assert still["status"] == "draft", "Sara has not said yes to what stands there now"
    assert house.sara_client.made(at(heard, "agree"), {"party": "guardian"})["status"] == "agreed"


def test_a_plan_is_agreed_when_there_is_something_and_looked_back_on_when_agreed(house: House, heard: Plan) -> None:
    assert house.anna_client.post(at(heard, "agree"), {"party": "teacher"}).status_code == 422
    assert house.anna_client.post(at(heard, "review"), {"outcome": "keep"}).status_code == 409


def test_the_school_moves_the_day_to_look_back_within_the_year(house: House, draft: Plan) -> None:
    assert house.anna_client.patch(at(draft), {"review_on": "2027-03-01"}).json()["review_on"] == "2027-03-01"
    late = house.anna_client.patch(at(draft), {"review_on": "2027-09-01"})
    assert (late.status_code, pointed(late)) == (422, [("/review_on", "review_after_end")])
    assert (
        house.anna_client.patch(at(draft), {"review_on": "2027-02-01"}, etag='"1-0000000000000000"').status_code == 412
    )
    assert house.anna_client.request("PATCH", at(draft), json={"review_on": "2027-02-01"}).status_code == 428


def test_an_agreement_is_taken_out_from_the_version_one_knows(house: House, agreed: Plan) -> None:
    one = at(agreed, "agreements", agreed["agreements"][0]["id"])
    tag = house.anna_client.get(at(agreed)).headers["etag"]
    assert house.anna_client.request("DELETE", one).status_code == 428
    left = house.anna_client.delete(one, etag=tag)
    assert [each["topic"] for each in left.json()["agreements"]] == ["Zwemmen"]
    assert house.anna_client.delete(one, etag=tag).status_code == 412
    assert house.anna_client.delete(one, etag=left.headers["etag"]).status_code == 404


def test_a_plan_ends_with_its_school_year(house: House, agreed: Plan) -> None:
    house.admin_client.patch(f"/v1/academic-sessions/{house.year}", {"ends_on": "2026-09-20"})
    assert house.anna_client.get(at(agreed)).json()["status"] == "ended"
    assert len(house.anna_client.get(PLANS, params={"status": "ended"}).json()["items"]) == 1
    assert house.anna_client.get(PLANS, params={"status": "agreed"}).json()["items"] == []
    late = house.sara_client.post(at(agreed, "guardian-wishes"), SARA_WISHES)
    assert (late.status_code, late.json()["code"]) == (409, "plan_ended")


def test_an_earlier_plan_is_named_when_asked_and_never_copied(house: House, agreed: Plan) -> None:
    anothers = house.bram_client.made(PLANS, {"conversation_id": talked(house, "other_student")})
    year = house.admin_client.made(
        "/v1/academic-sessions", {"title": "2026-2027", "starts_on": "2026-09-01", "ends_on": "2027-09-01"}
    )
    conversation = {"conversation_id": talked(house, academic_session_id=year["id"])}
    same_year = house.anna_client.post(PLANS, conversation | {"based_on_id": agreed["id"]})
    assert pointed(same_year) == [("/based_on_id", "earlier_plan_needed")]
    house.admin_client.patch(
        f"/v1/academic-sessions/{house.year}", {"starts_on": "2025-09-01", "ends_on": "2026-09-01"}
    )
    another_student = house.admin_client.post(PLANS, conversation | {"based_on_id": anothers["id"]})
    assert pointed(another_student) == [("/based_on_id", "earlier_plan_needed")]
    made = house.anna_client.made(PLANS, conversation | {"based_on_id": agreed["id"]})
    assert (made["based_on_id"], made["agreements"], made["guardian_wishes"]) == (agreed["id"], [], [])


def test_plans_are_listed_by_student_and_status(house: House, agreed: Plan) -> None:
    house.bram_client.made(PLANS, {"conversation_id": talked(house, "other_student")})

    def found(**given: str) -> list[str]:
        return [one["student_id"] for one in house.admin_client.get(PLANS, params=given).json()["items"]]

    assert found(student_id=house.student) == [house.student]
    assert found(status="draft") == [house.other_student]
    assert sorted(found()) == sorted([house.student, house.other_student])
