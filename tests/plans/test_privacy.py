"""Who sees which part of a plan, and who writes it (R17, R20)."""

from typing import Any

from house import House
from plans.start import OMAR_WISHES, SARA_WISHES, STUDENT_WISHES, Plan, at, pointed, talked, with_omar, with_sara

from api.issuer import ISSUER
from domain.kernel.principal import Membership

PLANS = "/v1/communication-plans"


def restrict(house: House, kind: str) -> str:
    limit = {"student_id": house.student, "guardian_id": house.omar, "kind": kind, "basis": "Vonnis van 1 september"}
    made = house.admin_client.made("/v1/restrictions", limit | {"starts_on": "2026-09-01", "ends_on": "2099-01-01"})
    return f"/v1/restrictions/{made['id']}"


def test_separated_parents_see_nothing_of_each_other(house: House, agreed: Plan) -> None:
    for client, own, foreign in (
        (house.sara_client, house.sara, house.omar),
        (house.omar_client, house.omar, house.sara),
    ):
        seen = client.get(at(agreed))
        plan = seen.json()
        assert [one["guardian_id"] for one in plan["guardian_wishes"]] == [own]
        assert [one["guardian_id"] for one in plan["agreements"]] == [own]
        assert foreign not in seen.text
        assert client.get(PLANS).json()["items"] == [plan]


def test_a_guardian_sees_the_agreements_of_the_student_but_not_the_wishes(house: House, heard: Plan) -> None:
    house.anna_client.made(at(heard, "agreements"), {"party": "student", "topic": "Toetsen", "channel": "talk"})
    seen = house.sara_client.get(at(heard)).json()
    assert seen["student_wishes"] is None
    assert [one["topic"] for one in seen["agreements"]] == ["Toetsen"]


def test_a_student_sees_what_is_their_own(house: House, agreed: Plan) -> None:
    seen = house.student_client.get(at(agreed)).json()
    assert seen["student_wishes"]["tells_first"] == STUDENT_WISHES["tells_first"]
    assert (seen["guardian_wishes"], seen["agreements"]) == ([], [])
    assert [one["party"] for one in seen["agreed_by"]] == ["student", "teacher"]


def test_the_school_sees_and_writes_all_of_it(house: House, agreed: Plan) -> None:
    for client in (house.anna_client, house.coordinator_client, house.system_client):
        assert len(client.get(at(agreed)).json()["guardian_wishes"]) == 2
    for path, body in _writes(house):
        assert house.anna_client.post(at(agreed, path), body).status_code == 200
    assert house.system_client.post(at(agreed, "agree"), {"party": "teacher"}).status_code == 403


def test_a_plan_is_nobody_elses(house: House, other_house: House, agreed: Plan) -> None:
    strangers = [
        getattr(house, f"{name}_client") for name in ("bram", "grandmother", "other_guardian", "other_student")
    ]
    for client in (*strangers, other_house.admin_client):
        assert client.get(PLANS).json()["items"] == []
        for path in ((), ("versions",), ("versions", agreed["version"])):
            assert client.get(at(agreed, *path)).status_code == 404
    for client in (house.bram_client, house.grandmother_client, other_house.admin_client):
        for path, body in _writes(house):
            assert client.post(at(agreed, path), body).status_code == 404


def _writes(house: House) -> list[tuple[str, dict[str, Any]]]:
    return [
        ("guardian-wishes", SARA_WISHES | {"guardian_id": house.sara}),
        ("student-wishes", STUDENT_WISHES),
        ("agreements", with_sara(house)),
        ("agree", {"party": "teacher"}),
        ("review", {"outcome": "keep"}),
    ]


def test_a_plan_comes_from_a_conversation_of_ones_own_student(house: House, other_house: House) -> None:
    conversation = {"conversation_id": talked(house)}
    for client in (house.bram_client, house.grandmother_client, other_house.admin_client):
        assert client.post(PLANS, conversation).status_code == 404
    assert house.coordinator_client.post(PLANS, conversation).status_code == 201


def test_families_write_no_part_of_the_school(house: House, agreed: Plan) -> None:
    agreement = at(agreed, "agreements", agreed["agreements"][0]["id"])
    tag = house.anna_client.get(at(agreed)).headers["etag"]
    for client in (house.sara_client, house.student_client):
        assert client.post(at(agreed, "agreements"), with_sara(house)).status_code == 403
        assert client.post(at(agreed, "review"), {"outcome": "keep"}).status_code == 403
        assert client.post(at(agreed, "agree"), {"party": "teacher"}).status_code == 403
        assert client.patch(at(agreed), {"review_on": "2027-03-01"}).status_code == 403
        assert client.delete(agreement, etag=tag).status_code == 403


def test_nobody_of_a_family_writes_for_another(house: House, draft: Plan) -> None:
    assert house.sara_client.post(at(draft, "student-wishes"), STUDENT_WISHES).status_code == 403
    assert house.student_client.post(at(draft, "guardian-wishes"), SARA_WISHES).status_code == 403
    for_omar = OMAR_WISHES | {"guardian_id": house.omar}
    assert house.sara_client.post(at(draft, "guardian-wishes"), for_omar).status_code == 404
    assert (
        house.sara_client.post(at(draft, "agree"), {"party": "guardian", "guardian_id": house.omar}).status_code == 404
    )
    assert house.anna_client.get(at(draft)).json()["guardian_wishes"] == []


def test_a_guardian_says_yes_to_agreements_of_their_own_only(house: House, heard: Plan) -> None:
    house.anna_client.made(at(heard, "agreements"), with_omar(house))
    assert house.sara_client.post(at(heard, "agree"), {"party": "guardian"}).status_code == 422
    assert house.omar_client.post(at(heard, "agree"), {"party": "guardian"}).status_code == 200


def test_a_restricted_guardian_has_no_part_in_the_plan(house: House, agreed: Plan) -> None:
    for kind in ("no_contact", "no_information"):
        assert house.omar_client.get(at(agreed)).status_code == 200
        limit = restrict(house, kind)
        for path in ((), ("versions",), ("versions", agreed["version"])):
            assert house.omar_client.get(at(agreed, *path)).status_code == 404
        assert house.omar_client.get(PLANS).json()["items"] == []
        assert house.omar_client.post(at(agreed, "guardian-wishes"), OMAR_WISHES).status_code == 404
        for path, body in _for_omar(house):
            refused = house.anna_client.post(at(agreed, path), body)
            assert pointed(refused) == [("/guardian_id", "guardian_has_no_part")]
        house.admin_client.delete(limit)
    restrict(house, "no_attendance")
    assert house.omar_client.post(at(agreed, "guardian-wishes"), OMAR_WISHES).status_code == 200


def _for_omar(house: House) -> list[tuple[str, dict[str, Any]]]:
    return [
        ("guardian-wishes", OMAR_WISHES | {"guardian_id": house.omar}),
        ("agreements", with_omar(house)),
        ("agree", {"party": "guardian", "guardian_id": house.omar}),
    ]


def test_the_word_of_a_restricted_guardian_counts_no_more(house: House, heard: Plan) -> None:
    house.anna_client.made(at(heard, "agreements"), with_omar(house))
    house.omar_client.made(at(heard, "agree"), {"party": "guardian"})
    restrict(house, "no_contact")
    house.anna_client.made(at(heard, "agree"), {"party": "student"})
    assert house.anna_client.made(at(heard, "agree"), {"party": "teacher"})["status"] == "draft"


def test_a_teacher_who_is_a_parent_reads_as_a_parent(house: House, agreed: Plan) -> None:
    link = {"guardian_id": house.sara, "relationship": "mother"}
    house.admin_client.made(f"/v1/students/{house.student}/guardianships", link)
    teacher_too = {"staff_id": house.ids["anna"], "role": "teacher"}
    house.run(_another_role(house, "sara", **teacher_too))
    assert [one["guardian_id"] for one in house.sara_client.get(at(agreed)).json()["guardian_wishes"]] == [house.sara]


async def _another_role(house: House, name: str, **role: Any) -> None:
    async with house.database.working_for(house.id) as session:
        session.add(Membership(school_id=house.id, issuer=ISSUER, subject=house.subjects[name], scopes=[], **role))
