"""Who comes too, or does not after all, before the conversation begins."""

from datetime import datetime, timedelta

from conversations.talks import deed, planned, pointed, proposed, refused, running, with_both, with_one
from house import House

from api.issuer import ISSUER


def test_an_interpreter_who_joins_adds_time_and_is_held(house: House) -> None:
    talk = planned(house, with_both(house))
    joined = house.anna_client.made(
        deed(talk, "participants"), {"role": "interpreter", "interpreter_id": house.interpreter}
    )
    assert (joined["status"], joined["interpreter_buffer_minutes"] > 0) == ("planned", True)
    ends_at = datetime.fromisoformat(joined["ends_at"])
    assert ends_at == datetime.fromisoformat(talk["ends_at"]), "the talk itself is not longer"
    after = {"starts_at": f"{ends_at.isoformat()}", "ends_at": f"{(ends_at + timedelta(minutes=15)).isoformat()}"}
    taken = house.anna_client.post("/v1/conversations", with_one(house, "omar", room_id=None) | after)
    assert refused(taken) == (409, "double_booking")


def test_a_guardian_who_joins_is_asked_and_the_others_yes_stays(house: House) -> None:
    talk = planned(house, with_one(house))
    person = {"role": "other_guardian", "guardian_id": house.omar}
    joined = house.anna_client.made(deed(talk, "participants"), person)
    assert joined["status"] == "proposed"
    assert [one["answer"] for one in joined["participants"]] == [None, "accepted", "invited"]
    assert house.omar_client.made(deed(talk, "accept"), {})["status"] == "planned"


def test_a_professional_who_joins_is_announced_with_the_reason(house: House) -> None:
    talk = planned(house)
    person = {"role": "pupil_guidance_centre", "organisation": "CLB Zinneland"}
    without = house.anna_client.post(deed(talk, "participants"), person)
    assert (without.status_code, pointed(without)[0][0]) == (422, "/reason")
    joined = house.anna_client.made(deed(talk, "participants"), person | {"reason": "Samen kijken naar het lezen."})
    assert joined["participants"][-1]["announced_at"]


def test_nobody_joins_twice_or_from_another_school(house: House, other_house: House) -> None:
    talk = planned(house)
    again = house.anna_client.post(deed(talk, "participants"), {"role": "guardian", "guardian_id": house.sara})
    assert refused(again) == (422, "rule_broken")
    foreign = {"role": "interpreter", "interpreter_id": other_house.interpreter}
    assert house.anna_client.post(deed(talk, "participants"), foreign).status_code == 422


def test_who_is_booked_elsewhere_does_not_join(house: House) -> None:
    interpreter = {"role": "interpreter", "interpreter_id": house.interpreter}
    of_bram = [
        {"role": "teacher", "staff_id": house.bram},
        {"role": "guardian", "guardian_id": house.other_guardian},
        interpreter,
    ]
    talk = with_both(house, student_id=house.other_student, participants=of_bram, room_id=None)
    proposed(house.bram_client, talk)
    mine = planned(house)
    assert refused(house.anna_client.post(deed(mine, "participants"), interpreter)) == (409, "double_booking")
    assert len(house.anna_client.get(f"/v1/conversations/{mine['id']}").json()["participants"]) == 3


def test_who_stays_away_is_free_again_and_leaves_their_point(house: House) -> None:
    talk = planned(house, with_both(house))
    omar = talk["participants"][2]
    house.omar_client.made(deed(talk, "agenda-items"), {"text": "Zwemmen"})
    url = f"/v1/conversations/{talk['id']}"
    house.anna_client.patch(url, {"informed_otherwise": [house.omar]})
    etag = house.anna_client.get(url).headers["etag"]
    left = house.anna_client.delete(f"{url}/participants/{omar['id']}", etag=etag).json()
    assert [one["role"] for one in left["participants"]] == ["teacher", "guardian"]
    assert [one["text"] for one in left["agenda"]] == ["Zwemmen"]
    elsewhere = with_one(house, "omar", participants=None, room_id=None)
    people = [{"role": "teacher", "staff_id": house.bram}, {"role": "guardian", "guardian_id": house.omar}]
    proposed(house.admin_client, elsewhere | {"participants": people})


def test_a_form_does_not_do_without_those_it_needs(house: House) -> None:
    talk = planned(house, with_one(house))
    url = f"/v1/conversations/{talk['id']}"
    tag = house.anna_client.get(url).headers["etag"]
    teacher = talk["participants"][0]["id"]
    assert refused(house.anna_client.delete(f"{url}/participants/{teacher}", etag=tag)) == (422, "rule_broken")
    assert house.anna_client.request("DELETE", f"{url}/participants/{teacher}").status_code == 428
    assert house.anna_client.delete(f"{url}/participants/{house.anna}", etag=tag).status_code == 404


def test_nobody_joins_once_it_runs(house: House) -> None:
    talk = running(house)
    person = {"role": "interpreter", "interpreter_id": house.interpreter}
    assert refused(house.anna_client.post(deed(talk, "participants"), person)) == (409, "wrong_state")


def test_another_child_never_joins(house: House) -> None:
    talk = planned(house)
    other = {"role": "student", "student_id": house.other_student}
    answer = house.anna_client.post(deed(talk, "participants"), other)
    assert (answer.status_code, pointed(answer)) == (422, [("/student_id", "unknown_reference")])
    assert house.other_student_client.get(f"/v1/conversations/{talk['id']}").status_code == 404


def test_who_is_there_as_a_parent_runs_nothing(house: House) -> None:
    role = {"issuer": ISSUER, "subject": house.subjects["coordinator"], "role": "guardian", "guardian_id": house.omar}
    house.admin_client.made("/v1/memberships", role)
    talk = planned(house)
    url = f"/v1/conversations/{talk['id']}"
    sara = talk["participants"][1]["id"]
    person = {"role": "interpreter", "interpreter_id": house.interpreter}
    tag = house.coordinator_client.get(url).headers["etag"]
    assert house.coordinator_client.post(f"{url}/participants", person).status_code == 403
    assert house.coordinator_client.delete(f"{url}/participants/{sara}", etag=tag).status_code == 403
    assert house.coordinator_client.patch(url, {"goal": "x"}, etag=tag).status_code == 403
    assert house.coordinator_client.post(f"{url}/checklist", {}).status_code == 403


def test_when_the_last_who_hesitated_stays_away_it_is_planned(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house, informed_otherwise=[house.omar]))
    url = f"/v1/conversations/{talk['id']}"
    house.sara_client.made(deed(talk, "accept"), {})
    tag = house.anna_client.get(url).headers["etag"]
    left = house.anna_client.delete(f"{url}/participants/{talk['participants'][2]['id']}", etag=tag).json()
    assert left["status"] == "planned"


def test_a_conversation_has_no_more_than_twenty_people(house: House) -> None:
    talk = planned(house)
    partner = {"role": "partner", "organisation": "Buurthuis", "reason": "Vertelt over de speelpleinen."}
    for _ in range(17):
        house.anna_client.made(deed(talk, "participants"), partner)
    assert refused(house.anna_client.post(deed(talk, "participants"), partner)) == (422, "too_many_participants")
