"""Who sees which conversation, and what of it. Separated parents see nothing of each other (R17, R20)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from conversations.talks import at, deed, do, of_bram, planned, proposed, running, start_talk, with_both, with_one
from house import House

from api.issuer import ISSUER


def seen_by(house: House, who: str) -> list[str]:
    answer = getattr(house, f"{who}_client").get("/v1/conversations")
    return [one["id"] for one in answer.json()["items"]]


def test_everybody_finds_their_own_conversations(house: House) -> None:
    of_sara = proposed(house.anna_client, with_one(house))["id"]
    of_omar = proposed(house.anna_client, with_one(house, "omar", **at(30)))["id"]
    of_noah = proposed(house.bram_client, of_bram(house))["id"]
    interpreter = {"role": "interpreter", "interpreter_id": house.interpreter}
    talk = start_talk(house, **at(60))
    of_all = proposed(house.anna_client, talk | {"participants": [*talk["participants"], interpreter]})["id"]

    expected = {
        "admin": {of_sara, of_omar, of_noah, of_all},
        "coordinator": {of_sara, of_omar, of_noah, of_all},
        "system": {of_sara, of_omar, of_noah, of_all},
        "anna": {of_sara, of_omar, of_all},
        "bram": {of_noah},
        "sara": {of_sara, of_all},
        "omar": {of_omar, of_all},
        "grandmother": set(),
        "other_guardian": {of_noah},
        "student": {of_all},
        "other_student": set(),
        "interpreter": {of_all},
    }
    assert {who: set(seen_by(house, who)) for who in expected} == expected


@pytest.mark.parametrize("path", ["", "/agenda-items", "/notes", "/agreements"])
def test_a_parent_does_not_learn_of_the_other_parents_conversation(house: House, path: str) -> None:
    talk = running(house, with_one(house))
    url = f"/v1/conversations/{talk['id']}"
    assert house.sara_client.get(url + path).status_code == 200
    assert house.omar_client.get(url + path).status_code == 404


@pytest.mark.parametrize("verb", ["accept", "decline", "cancel", "acknowledge", "agenda-items"])
def test_nor_does_anything_to_it(house: House, verb: str) -> None:
    talk = proposed(house.anna_client, with_one(house))
    body = {"text": "Ik weet ervan"} if verb == "agenda-items" else {}
    assert house.omar_client.post(deed(talk, verb), body).status_code == 404


def test_in_a_conversation_together_parents_know_each_others_name_and_no_more(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house, informed_otherwise=[house.grandmother]))
    do(house.omar_client, talk, "decline", reason="Dan werk ik")
    seen = house.sara_client.get(f"/v1/conversations/{talk['id']}").json()
    anna, sara, omar = seen["participants"]
    assert (anna["given_name"], sara["answer"], sara["guardian_id"]) == ("Anna", "invited", house.sara)
    hidden = ("guardian_id", "answer", "answered_at", "answer_reason", "entered_by_id", "chose_whatsapp")
    assert (omar["given_name"], [omar[name] for name in hidden]) == ("Omar", [None] * len(hidden))
    assert seen["informed_otherwise"] == []
    assert "+32" not in str(seen)
    as_school = house.anna_client.get(f"/v1/conversations/{talk['id']}").json()
    assert (as_school["participants"][2]["answer_reason"], as_school["informed_otherwise"]) == (
        "Dan werk ik",
        [house.grandmother],
    )


def test_a_restriction_closes_the_conversation_to_a_parent(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    limit = {"student_id": house.student, "guardian_id": house.omar, "kind": "no_information", "basis": "Vonnis gezien"}
    house.admin_client.made("/v1/restrictions", limit | {"starts_on": "2026-09-01", "ends_on": "2040-01-01"})
    assert house.omar_client.get(f"/v1/conversations/{talk['id']}").status_code == 404
    assert house.omar_client.post(deed(talk, "accept"), {}).status_code == 404
    assert house.sara_client.get(f"/v1/conversations/{talk['id']}").status_code == 200


def test_another_school_finds_nothing(house: House, other_house: House) -> None:
    talk = planned(house)
    url = f"/v1/conversations/{talk['id']}"
    assert other_house.admin_client.get(url).status_code == 404
    assert other_house.admin_client.patch(url, {"goal": "x"}).status_code == 404
    assert seen_by(other_house, "admin") == []


def test_a_colleague_who_sees_a_conversation_does_not_run_it(house: House) -> None:
    people = [{"role": "teacher", "staff_id": house.bram}, {"role": "guardian", "guardian_id": house.sara}]
    talk = proposed(house.admin_client, with_one(house, participants=people))
    url = f"/v1/conversations/{talk['id']}"
    assert house.anna_client.get(url).status_code == 200
    assert house.anna_client.patch(url, {"goal": "x"}).status_code == 403
    for verb, body in (("reschedule", at(60)), ("cancel", {}), ("accept", {"guardian_id": house.sara})):
        assert house.anna_client.post(deed(talk, verb), body).status_code == 403, verb
    assert house.bram_client.patch(url, {"goal": "x"}).status_code == 200


@pytest.mark.parametrize(
    "verb", ["start", "complete", "no-show", "reschedule", "propose", "agreements", "notes", "checklist"]
)
def test_what_the_school_does_the_family_does_not(house: House, verb: str) -> None:
    talk = planned(house)
    bodies = {"reschedule": at(60), "propose": at(60), "agreements": {"what": "x", "who": "teacher"}}
    note = {"purpose": "p", "text": "t", "ends_on": "2040-01-01"}
    body = bodies.get(verb, note if verb == "notes" else {})
    assert house.sara_client.post(deed(talk, verb), body).status_code == 403


def test_an_agreement_is_seen_by_who_made_it(house: House) -> None:
    talk = running(house, with_one(house))
    made = house.anna_client.made(deed(talk, "agreements"), {"what": "Samen lezen", "who": "guardian"})
    url = f"/v1/agreements/{made['id']}"
    assert [
        getattr(house, f"{who}_client").get(url).status_code for who in ("anna", "sara", "omar", "student", "bram")
    ] == [
        200,
        200,
        404,
        404,
        404,
    ]
    together = proposed(house.anna_client, with_both(house, **at(60)))
    for who, count in (("sara", 1), ("omar", 0)):
        seen = getattr(house, f"{who}_client").get(f"/v1/conversations/{together['id']}").json()
        assert len(seen["open_agreements"]) == count, who


def test_a_colleague_who_was_there_as_a_parent_writes_nothing_of_the_school(house: House) -> None:
    role = {"issuer": ISSUER, "subject": house.subjects["bram"], "role": "guardian", "guardian_id": house.sara}
    house.admin_client.made("/v1/memberships", role)
    made = house.anna_client.made(
        deed(running(house, with_one(house)), "agreements"), {"what": "Samen lezen", "who": "guardian"}
    )
    url = f"/v1/agreements/{made['id']}"
    assert house.bram_client.get(url).status_code == 200
    assert house.bram_client.patch(url, {"what": "Niets"}).status_code == 403
    assert house.anna_client.patch(url, {"what": "Voorlezen"}).status_code == 200


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_restriction_starts_when_the_day_starts_at_the_school(house: House, zone: str) -> None:
    """Of the two ends of the world, one is always in another day than the server."""
    talk = proposed(house.anna_client, with_both(house))
    house.admin_client.patch(f"/v1/schools/{house.id}", {"time_zone": zone})
    there = datetime.now(ZoneInfo(zone)).date()
    limit = {"student_id": house.student, "guardian_id": house.omar, "kind": "no_information", "basis": "Vonnis gezien"}
    until = {"starts_on": f"{there + timedelta(days=1)}", "ends_on": "2040-01-01"}
    made = house.admin_client.made("/v1/restrictions", limit | until)
    assert house.omar_client.get(f"/v1/conversations/{talk['id']}").status_code == 200
    house.admin_client.patch(f"/v1/restrictions/{made['id']}", {"starts_on": f"{there}"})
    assert house.omar_client.get(f"/v1/conversations/{talk['id']}").status_code == 404


def test_an_interpreter_leaves_behind_what_was_said(house: House) -> None:
    talk = with_one(house)
    people = [*talk["participants"], {"role": "interpreter", "interpreter_id": house.interpreter}]
    held = running(house, talk | {"participants": people})
    house.anna_client.made(deed(held, "agreements"), {"what": "Samen lezen", "who": "guardian"})
    assert house.interpreter_client.get(deed(held, "agreements")).json()["items"] == []
    assert house.interpreter_client.get(deed(held, "notes")).status_code == 403
    assert house.interpreter_client.post(deed(held, "agenda-items"), {"text": "x"}).status_code == 403
