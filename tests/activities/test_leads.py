"""Families who are not enrolled yet: the least data, for a set time, and nothing left of them afterwards."""

from datetime import timedelta

import pytest
from activities.toured import LEAD, at, enrolment, guide, lead, stored, tour
from house import House
from privacy.test_retention import later

from domain.kernel import clock

CANARIES = ("Zonnebloem", "475123456", "475 12 34 56", "Beethoven")


def by_key(key: str) -> dict[str, str]:
    return {"Idempotency-Key": key}


@pytest.mark.parametrize("ways", [{"email": "a@example.org"}, {"phone": None}])
def test_there_is_exactly_one_way_to_reach(house: House, ways: dict[str, str | None]) -> None:
    refused = house.anna_client.post("/v1/leads", LEAD | ways)
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "one_way_to_reach")


def test_another_way_takes_the_place_of_the_first(house: House) -> None:
    where = f"/v1/leads/{lead(house)['id']}"
    assert house.anna_client.patch(where, {"email": "a@example.org"}).status_code == 422
    changed = house.anna_client.patch(where, {"email": "a@example.org", "phone": None}).json()
    assert (changed["email"], changed["phone"]) == ("a@example.org", None)


def test_a_school_keeps_a_lead_shorter_never_longer(house: House) -> None:
    today = clock.now().date()
    assert lead(house)["keep_until"] == (today + timedelta(days=183)).isoformat()
    assert lead(house, keep_until=(today + timedelta(days=10)).isoformat())["keep_until"] < lead(house)["keep_until"]
    for days in (0, 184):
        day = (today + timedelta(days=days)).isoformat()
        assert house.anna_client.post("/v1/leads", LEAD | {"keep_until": day}).json()["code"] == "kept_too_long"
    where = f"/v1/leads/{lead(house)['id']}"
    late = house.anna_client.patch(where, {"keep_until": (today + timedelta(days=184)).isoformat()})
    assert late.json()["errors"][0]["pointer"] == "/keep_until"


def test_the_day_comes_and_the_lead_is_gone(house: House) -> None:
    made = lead(house)
    later(house, days=182)
    assert house.anna_client.get(f"/v1/leads/{made['id']}").status_code == 200
    later(house, days=183)
    assert house.anna_client.get(f"/v1/leads/{made['id']}").status_code == 404
    assert "lead.deleted" in stored(house, "events")


def test_only_the_team_and_its_systems_know_of_leads(house: House) -> None:
    made = lead(house)
    for client in (house.sara_client, house.student_client, house.interpreter_client):
        assert client.get(f"/v1/leads/{made['id']}").status_code == 403
    (listed,) = house.system_client.get("/v1/leads?wish=both").json()["items"]
    assert listed["id"] == made["id"]
    assert house.bram_client.get("/v1/leads?wish=tour").json()["items"] == []


def test_a_family_enrols_in_one_step(house: House) -> None:
    made = lead(house, told="Yasmin houdt van dansen", may_keep_told=True)
    where, body = f"/v1/leads/{made['id']}/enrol", enrolment(house)
    talk = house.admin_client.made(where, body, headers=by_key("enrol"))
    assert (talk["meeting_type"], talk["status"]) == ("enrolment-conversation", "proposed")
    assert [(point["text"], point["brought_by"]) for point in talk["agenda"]] == [
        ("Yasmin houdt van dansen", "guardian")
    ]
    parent = next(one["guardian_id"] for one in talk["participants"] if one["guardian_id"])
    known = house.admin_client.get(f"/v1/guardians/{parent}").json()
    assert (known["phone"], known["email"], known["languages"]) == ("+32475123456", None, ["ar"])
    student = house.admin_client.get(f"/v1/students/{talk['student_id']}").json()
    assert [one["relationship"] for one in student["guardians"]] == ["mother"]
    again = house.admin_client.post(where, body, headers=by_key("enrol"))
    assert (again.status_code, again.json()["id"]) == (201, talk["id"])
    assert house.admin_client.post(where, body, headers=by_key("again")).status_code == 404
    assert house.admin_client.get("/v1/leads").json()["items"] == []


def test_what_was_told_stays_behind_unless_they_agreed(house: House) -> None:
    made = lead(house, told="Papa Beethoven werkt ver weg")
    talk = house.admin_client.made(f"/v1/leads/{made['id']}/enrol", enrolment(house), headers=by_key("one"))
    assert talk["agenda"] == []
    assert "Beethoven" not in everything(house)


def test_a_talk_that_cannot_be_leaves_the_lead_as_it_was(house: House) -> None:
    made = lead(house)
    where, short = f"/v1/leads/{made['id']}/enrol", enrolment(house) | {"ends_at": enrolment(house)["starts_at"]}
    assert house.admin_client.post(where, short, headers=by_key("short")).status_code == 422
    assert house.anna_client.get(f"/v1/leads/{made['id']}").status_code == 200
    assert "Yasmin" not in everything(house)


def test_erased_at_once_and_nothing_is_left(house: House, capfd: pytest.CaptureFixture[str]) -> None:
    made = house.anna_client.made("/v1/leads", LEAD | {"told": "Familie Beethoven"}, headers=by_key("made"))
    where, walk = f"/v1/leads/{made['id']}", tour(house)
    guide(house, walk)
    house.anna_client.patch(where, {"wish": "tour"}, headers=by_key("changed"))
    house.anna_client.made(f"{where}/places", {"moment_id": walk["morning"], "people": 3}, headers=by_key("offered"))
    house.anna_client.get(at(walk, "tour"))
    refused = house.anna_client.post("/v1/leads", LEAD | {"email": "zonnebloem@example.org"})
    told = str(house.heard()) + stored(house, "events") + refused.text + "".join(capfd.readouterr())
    assert "lead.created" in told
    assert [word for word in CANARIES if word.lower() in told.lower()] == []
    assert house.anna_client.delete(where).status_code == 204
    left = everything(house)
    assert [word for word in CANARIES if word.lower() in left.lower()] == []


def everything(house: House) -> str:
    """All that the database holds of this school, in whatever table."""
    tables = ("leads", "tour_lead_places", "replays", "events", "students", "guardians", "agenda_points", "jobs")
    return "\n".join(stored(house, table) for table in tables)
