"""Families of a round: who is one, who is asked, when they can, and what they see (R09, R10, R17, R18, R19, R20)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conferences.rounds import (
    AFTERNOON_WINDOW,
    EVENING_WINDOW,
    Round,
    answered,
    draft_round,
    families,
    family,
    open_round,
    path,
    read,
    says,
    talk,
    third_window,
)
from house import House
from sqlalchemy import delete, update
from sqlmodel import col

from domain.families.models import Guardianship, HouseholdMember, Student
from domain.kernel.principal import Membership


def run_in(house: House, statement: Any) -> None:
    async def execute() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(statement)

    house.run(execute())


def restrict(house: House, kind: str, days: int = 30) -> None:
    """Omar is kept from his child, from today on."""
    today = datetime.now(UTC).date()
    body = {
        "student_id": house.student,
        "guardian_id": house.omar,
        "kind": kind,
        "starts_on": str(today - timedelta(1)),
        "ends_on": str(today + timedelta(days)),
        "basis": "Vonnis, gezien door de directie",
    }
    house.admin_client.made("/v1/restrictions", body)


def test_separated_parents_are_two_families(house: House, opened: Round) -> None:
    theirs = families(house, opened)
    assert theirs.keys() == {"sara", "omar", "other_guardian"}, "grandmother has no right to information (R18)"
    assert theirs["sara"]["household_id"] == house.sara_household
    assert theirs["sara"]["students"] == theirs["omar"]["students"]
    assert {one["status"] for one in theirs.values()} == {"asked"}


def test_families_are_added_once(house: House, draft: Round) -> None:
    add = path(draft, "families")
    assert house.admin_client.made(add, {"class_ids": [house.first_class]}) == {"added": 2, "families": 2}
    assert house.admin_client.made(add, {"household_id": house.other_household}) == {"added": 1, "families": 3}
    assert house.admin_client.made(add, {"whole_level": True}) == {"added": 0, "families": 3}
    assert house.admin_client.post(add, {"whole_level": True, "class_ids": [house.first_class]}).status_code == 422
    nobody = house.admin_client.post(add, {"guardian_id": house.grandmother})
    assert nobody.json()["errors"][0]["code"] == "nobody_to_ask"


def test_a_guardian_in_no_household_is_a_family_of_their_own(house: House) -> None:
    run_in(house, delete(HouseholdMember).where(col(HouseholdMember.guardian_id) == house.ids["omar"]))
    omar = family(house, open_round(house), "omar")
    assert (omar["household_id"], omar["guardian_id"]) == (None, house.omar)
    assert says(house.omar_client, omar["id"])["status"] == "answered"


@pytest.mark.parametrize("kind", ["no_contact", "no_information", "no_attendance"])
def test_who_is_kept_away_is_not_asked(house: House, kind: str) -> None:
    restrict(house, kind)
    assert families(house, open_round(house)).keys() == {"sara", "other_guardian"}


def test_a_restriction_that_comes_later_closes_the_door(house: House, opened: Round) -> None:
    omar = family(house, opened, "omar")["id"]
    restrict(house, "no_attendance")
    assert house.omar_client.get(f"/v1/conference-families/{omar}").status_code == 404
    assert house.omar_client.get(path(opened)).status_code == 404
    refused = house.anna_client.post(path(opened, "requests"), talk(house, omar))
    assert refused.status_code == 422


def test_who_may_not_be_contacted_is_not_asked(house: House) -> None:
    round_ = draft_round(house)
    house.admin_client.made(path(round_, "families"), {"whole_level": True})
    link = col(Guardianship.guardian_id) == house.ids["omar"]
    run_in(house, update(Guardianship).where(link).values(may_be_contacted=False))
    house.admin_client.made(path(round_, "open"))
    assert house.admin_client.made(path(round_, "invite"), {}) == {"asked": 2, "nobody_to_ask": 1}
    assert family(house, round_, "omar")["status"] == "not_asked"


# who sees what


def test_each_household_sees_its_own_and_nothing_of_the_other(house: House) -> None:
    round_ = answered(house)
    theirs = families(house, round_)
    seen = house.sara_client.get("/v1/conference-families")
    assert [one["id"] for one in seen.json()["items"]] == [theirs["sara"]["id"]]
    for hidden in (theirs["omar"]["id"], house.omar, house.omar_household, "Omar"):
        assert hidden not in seen.text
    where = f"/v1/conference-families/{theirs['omar']['id']}"
    assert house.sara_client.get(where).status_code == 404
    tag = house.omar_client.get(where).headers["etag"]
    assert house.sara_client.put(f"{where}/availability", {"available": []}, etag=tag).status_code == 404
    for deed in ("attempts", "alternative", "link"):
        body = {"channel": "phone"} if deed == "attempts" else {"alternative": None} if deed == "alternative" else {}
        assert house.sara_client.post(f"{where}/{deed}", body).status_code == 404
        mine = f"/v1/conference-families/{theirs['sara']['id']}/{deed}"
        assert house.sara_client.post(mine, body).status_code == 403, "this is for the school to do"


def test_teachers_see_the_families_of_their_students(house: House, opened: Round) -> None:
    seen = house.anna_client.get("/v1/conference-families", params={"round_id": opened["id"]}).json()["items"]
    assert {one["students"][0]["student_id"] for one in seen} == {house.student}
    els = family(house, opened, "other_guardian")["id"]
    assert house.anna_client.get(f"/v1/conference-families/{els}").status_code == 404


def test_a_parent_who_works_here_is_a_parent(house: House, opened: Round) -> None:
    """Omar teaches at the school, in the office even: of Sara's household he finds nothing (R17)."""
    theirs = families(house, opened)
    this = col(Membership.subject) == house.subjects["coordinator"]
    run_in(house, update(Membership).where(this).values(guardian_id=house.ids["omar"]))
    assert house.coordinator_client.get(f"/v1/conference-families/{theirs['sara']['id']}").status_code == 404
    own = house.coordinator_client.get(f"/v1/conference-families/{theirs['omar']['id']}").json()
    assert own["link_expires_at"] is None
    assert says(house.coordinator_client, theirs["omar"]["id"])["entered_via"] == "app"
    pair = {"first_family_id": theirs["sara"]["id"], "second_family_id": theirs["omar"]["id"]}
    made = house.admin_client.made(path(opened, "separations"), pair)
    assert house.coordinator_client.get(f"/v1/conference-separations/{made['id']}").status_code == 404


def test_a_pair_is_kept_apart_once(house: House, opened: Round) -> None:
    """In whichever order, and nobody from themselves."""
    sara, omar = (families(house, opened)[name]["id"] for name in ("sara", "omar"))

    def ask(first: str, second: str) -> Any:
        pair = {"first_family_id": first, "second_family_id": second}
        return house.admin_client.post(path(opened, "separations"), pair)

    alone = ask(sara, sara)
    assert (alone.status_code, alone.json()["errors"][0]["pointer"]) == (422, "/second_family_id")
    assert [ask(*pair).status_code for pair in ((sara, omar), (omar, sara), (sara, omar))] == [201, 409, 409]


# when they can


def test_who_entered_it_is_kept(house: House, opened: Round) -> None:
    theirs = families(house, opened)
    own = says(house.sara_client, theirs["sara"]["id"], extra_walking_minutes=5)
    assert (own["entered_via"], own["entered_by_guardian_id"]) == ("app", house.sara)
    for_them = says(house.anna_client, theirs["omar"]["id"])
    assert (for_them["entered_via"], for_them["entered_by_staff_id"]) == ("staff", house.anna)
    assert house.omar_client.get("/v1/conference-families").json()["items"][0]["entered_by_staff_id"] == house.anna


@pytest.mark.parametrize(
    ("said", "pointer", "code"),
    [
        ({"available": [AFTERNOON_WINDOW, third_window()]}, "/available/1", "outside_sessions"),
        ({"available": [EVENING_WINDOW], "preferred": [AFTERNOON_WINDOW]}, "/preferred/0", "outside_available"),
    ],
)
def test_windows_lie_in_the_sessions(house: House, opened: Round, said: Any, pointer: str, code: str) -> None:
    where = f"/v1/conference-families/{family(house, opened, 'sara')['id']}"
    tag = house.sara_client.get(where).headers["etag"]
    refused = house.sara_client.put(f"{where}/availability", said, etag=tag)
    assert [(one["pointer"], one["code"]) for one in refused.json()["errors"]] == [(pointer, code)]


def test_late_answers_are_welcome_until_the_schedule_stands(house: House, opened: Round) -> None:
    sara = family(house, opened, "sara")["id"]
    house.admin_client.made(path(opened, "plan"))
    assert family(house, opened, "sara")["status"] == "unreached"
    assert says(house.sara_client, sara)["status"] == "answered"
    house.admin_client.made(path(opened, "cancel"))
    where = f"/v1/conference-families/{sara}"
    tag = house.sara_client.get(where).headers["etag"]
    assert house.sara_client.put(f"{where}/availability", {"available": []}, etag=tag).status_code == 409


def test_another_way_is_tried(house: House, opened: Round) -> None:
    where = f"/v1/conference-families/{family(house, opened, 'sara')['id']}"
    tried = house.anna_client.made(f"{where}/attempts", {"channel": "at_the_gate"})
    assert (tried["status"], tried["attempts"][0]["channel"]) == ("unreached", "at_the_gate")
    assert house.anna_client.made(f"{where}/attempts", {"channel": "phone", "reached": True})["status"] == "asked"
    assert house.anna_client.made(f"{where}/alternative", {"alternative": "home_visit"})["alternative"] == "home_visit"
    assert house.sara_client.get(where).json()["attempts"] == []


# of age


def test_a_student_of_age_decides(house: House) -> None:
    """R19: without a yes no family is asked; with it they are; the yes can be taken back."""
    of_age = datetime.now(UTC).date() - timedelta(days=19 * 366)
    run_in(house, update(Student).where(col(Student.id) == house.ids["student"]).values(born_on=of_age))
    round_ = draft_round(house)
    assert house.admin_client.made(path(round_, "families"), {"whole_level": True})["added"] == 1
    house.admin_client.made(path(round_, "staff", "batch"), {})
    house.admin_client.made(path(round_, "open"))
    yes = {"student_id": house.student, "agreed": True}
    assert house.bram_client.post(path(round_, "student-consent"), yes).status_code == 422
    assert house.sara_client.post(path(round_, "student-consent"), yes).status_code == 404
    house.student_client.made(path(round_, "student-consent"), yes)
    assert house.admin_client.made(path(round_, "families"), {"whole_level": True})["added"] == 2
    sara = family(house, round_, "sara")["id"]
    house.anna_client.made(path(round_, "requests"), talk(house, sara))
    house.student_client.made(path(round_, "student-consent"), yes | {"agreed": False})
    refused = house.anna_client.post(path(round_, "requests"), talk(house, sara, need="must"))
    assert refused.status_code == 422
    assert house.sara_client.get(path(round_)).status_code == 404


def test_counts_follow(house: House) -> None:
    counts = read(house, answered(house))["counts"]
    assert (counts["families_asked"], counts["families_answered"]) == (0, 3)
