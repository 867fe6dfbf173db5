"""Versions of a plan: from agreeing on, each change leaves one, and the past keeps its secrets too (R17)."""

from house import Client, House
from plans.start import OMAR_WISHES, SARA_WISHES, STUDENT_WISHES, Plan, at, with_sara


def listed(client: Client, plan: Plan) -> list[tuple[int, list[str]]]:
    return [(one["number"], one["changes"]) for one in client.get(at(plan, "versions")).json()["items"]]


def test_a_draft_has_no_versions(house: House, heard: Plan) -> None:
    assert listed(house.anna_client, heard) == []


def test_a_version_is_the_plan_as_it_was(house: House, agreed: Plan) -> None:
    first = house.anna_client.get(at(agreed, "versions", agreed["version"])).json()
    assert first["plan"] == agreed == house.anna_client.get(at(agreed)).json()
    later = house.anna_client.made(at(agreed, "review"), {"outcome": "change", "note": "Minder bellen."})
    last = house.anna_client.made(at(agreed, "agreements"), with_sara(house, "talk"))
    assert listed(house.anna_client, agreed) == [
        (agreed["version"], ["agreed"]),
        (later["version"], ["reviewed"]),
        (last["version"], ["agreement_made"]),
    ]
    for kept in (agreed, later, last):
        assert house.anna_client.get(at(agreed, "versions", kept["version"])).json()["plan"] == kept


def test_every_change_after_agreeing_leaves_a_version(house: House, agreed: Plan) -> None:
    agreement = at(agreed, "agreements", agreed["agreements"][0]["id"])
    house.sara_client.made(at(agreed, "guardian-wishes"), SARA_WISHES)
    house.student_client.made(at(agreed, "student-wishes"), STUDENT_WISHES)
    house.omar_client.made(at(agreed, "agree"), {"party": "guardian"})
    house.anna_client.delete(agreement, etag=house.anna_client.get(at(agreed)).headers["etag"])
    house.anna_client.patch(at(agreed), {"review_on": "2027-03-01"})
    versions = house.anna_client.get(at(agreed, "versions")).json()["items"]
    assert [(one["changes"], one["entered_by_id"]) for one in versions] == [
        (["agreed"], house.anna),
        (["wishes_given"], house.sara),
        (["wishes_given"], house.student),
        (["approved"], house.omar),
        (["agreement_dropped"], house.anna),
        (["review_moved"], house.anna),
    ]
    kept = house.anna_client.get(at(agreed, "versions", versions[-2]["number"])).json()["plan"]
    assert [one["topic"] for one in kept["agreements"]] == ["Zwemmen"]
    assert kept["student_wishes"]["channels"] == ["talk"]


def test_the_past_tells_a_parent_nothing_of_the_other(house: House, agreed: Plan) -> None:
    house.sara_client.made(at(agreed, "guardian-wishes"), SARA_WISHES | {"channels": ["paper"]})
    changed = house.anna_client.get(at(agreed)).json()["version"]
    assert listed(house.sara_client, agreed) == [(agreed["version"], ["agreed"]), (changed, ["wishes_given"])]
    assert listed(house.omar_client, agreed) == [(agreed["version"], ["agreed"])]
    assert house.omar_client.get(at(agreed, "versions", changed)).status_code == 404
    first = house.omar_client.get(at(agreed, "versions", agreed["version"]))
    assert [one["guardian_id"] for one in first.json()["plan"]["guardian_wishes"]] == [house.omar]
    assert [one["guardian_id"] for one in first.json()["plan"]["agreements"]] == [house.omar]
    assert house.sara not in first.text
    assert first.json()["plan"]["student_wishes"] is None


def test_the_students_wishes_stay_the_students_in_the_past(house: House, agreed: Plan) -> None:
    plan = house.student_client.made(at(agreed, "student-wishes"), STUDENT_WISHES)
    assert len(listed(house.student_client, agreed)) == 2
    assert len(listed(house.sara_client, agreed)) == 1
    assert house.sara_client.get(at(agreed, "versions", plan["version"])).status_code == 404
    seen = house.student_client.get(at(agreed, "versions", plan["version"])).json()["plan"]
    assert seen["student_wishes"]["tells_first"] == STUDENT_WISHES["tells_first"]
    assert seen["guardian_wishes"] == []


def test_whose_yes_was_the_last_is_not_told(house: House, heard: Plan) -> None:
    house.anna_client.made(at(heard, "agreements"), with_sara(house))
    house.anna_client.made(at(heard, "agree"), {"party": "teacher"})
    house.student_client.made(at(heard, "agree"), {"party": "student"})
    agreed = house.sara_client.made(at(heard, "agree"), {"party": "guardian"})
    assert agreed["status"] == "agreed"
    for path in ((), ("versions",), ("versions", agreed["version"])):
        assert house.sara not in house.omar_client.get(at(heard, *path)).text


def test_a_version_that_never_was_is_not_found(house: House, agreed: Plan) -> None:
    assert house.anna_client.get(at(agreed, "versions", 1)).status_code == 404
    house.omar_client.made(at(agreed, "guardian-wishes"), OMAR_WISHES)
    assert house.anna_client.get(at(agreed, "versions", agreed["version"] + 1)).status_code == 200
