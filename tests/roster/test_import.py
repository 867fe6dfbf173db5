"""A bulk roster becomes the school: added, kept up to date, ended, and never more than what changed."""

import pytest
from house import House
from roster.importing import DEMOGRAPHICS, Office, changes, without, zipped
from roster.small_bundles import Files, bulk


def test_the_sample_is_imported_whole_and_then_changes_nothing(office: Office, sample_files: dict[str, bytes]) -> None:
    bundle = zipped(sample_files)
    first = office.send(bundle)
    assert (first["status"], first["errors"], first["findings"]) == ("applied", 0, [])
    assert {kind: counted["added"] for kind, counted in first["counts"].items()} == {
        "academic_sessions": 4,
        "classes": 24,
        "staff_members": 35,
        "students": 400,
        "guardians": 660,
        "guardianships": 797,
        "enrollments": 400,
        "class_staff": 57,
    }
    assert office.job["result"]["roster_import_id"] == first["id"]
    assert office.count("students") == 400 + 2
    for function, people in {"head": 1, "secretary": 1, "care_coordinator": 1, "teacher": 31 + 2, "other": 1}.items():
        assert len(office.admin.get(f"/v1/staff?function={function}").json()["items"]) == people
    before = office.events()
    assert before["student.created"] == 400
    assert "guardianship.created" not in before
    second = office.send(bundle)
    assert changes(second) == {}
    assert second["counts"]["students"]["unchanged"] == 400
    told = {kind: n - before.get(kind, 0) for kind, n in office.events().items() if n != before.get(kind, 0)}
    assert told == {
        "roster_import.created": 1,
        "roster_import.applied": 1,
        "job.queued": 1,
        "job.succeeded": 1,
    }
    assert office.uploads() == 0


def test_people_come_with_what_the_roster_tells(office: Office, either: Files) -> None:
    assert office.send(either)["status"] == "applied"
    noor, an, omer, lies = (office.one(kind, one) for kind, one in PEOPLE)
    assert (noor["given_name"], noor["level"], noor["version"]) == ("Noor", "primary", 1)
    assert [(place["title"], place["starts_on"]) for place in noor["classes"]] == [("1A", "2026-09-01")]
    assert (an["languages"], an["phone"], an["email"]) == (["fr"], "+32470000001", "an@example.org")
    assert omer["languages"] == []
    assert (lies["function"], lies["email"], lies["languages"]) == ("teacher", "lies@example.org", ["nl"])
    place = office.one("classes", "c1")
    assert [(one["given_name"], one["is_primary"]) for one in place["staff"]] == [("Lies", True)]
    year = office.admin.get("/v1/academic-sessions").json()["items"][-1]
    assert (place["academic_session_id"], year["ends_on"]) == (year["id"], "2027-08-31")


PEOPLE = [("students", "s1"), ("guardians", "g1"), ("guardians", "g2"), ("staff", "t1")]


def test_guardians_are_linked_whoever_names_whom(office: Office, either: Files) -> None:
    """s1 names g1; g1 and g2 name s2; g2 names s1."""
    office.send(either)
    for student in ("s1", "s2"):
        links = office.one("students", student)["guardians"]
        rights = {one["given_name"]: (one["relationship"], one["legal_authority"]) for one in links}
        assert rights == {"An": ("parent", True), "Omer": ("relative", False)}
        assert all(one["right_to_information"] == one["legal_authority"] for one in links)


def test_exactly_what_changed_is_changed(office: Office, one_two: Files) -> None:
    office.send(one_two)
    before = {one: office.one(kind, one) for kind, one in PEOPLE}
    one_two["users.csv"] = one_two["users.csv"].replace("Noor,Claes", "Noor,De Claes").replace("01,,s2", "02,,s2")
    told = office.events()
    assert changes(office.send(one_two)) == {"students": {"changed": 1}, "guardians": {"changed": 1}}
    after = {one: office.one(kind, one) for kind, one in PEOPLE}
    assert (after["s1"]["family_name"], after["s1"]["version"]) == ("De Claes", 2)
    assert (after["g1"]["phone"], after["g1"]["version"]) == ("+32470000002", 2)
    assert (after["g2"], after["t1"]) == (before["g2"], before["t1"])
    assert office.events()["student.changed"] == told.get("student.changed", 0) + 1


def test_who_vanishes_is_ended_without_access_and_may_return(office: Office, one_two: Files) -> None:
    office.send(one_two)
    pupil, parent = office.one("students", "s1"), office.one("guardians", "g1")
    child_client = office.let_in("student", student_id=pupil["id"])
    parent_client = office.let_in("guardian", guardian_id=parent["id"])
    teacher = office.let_in("teacher", staff_id=office.one("staff", "t1")["id"])
    assert child_client.get("/v1/me").status_code == 200
    assert teacher.get(f"/v1/students/{pupil['id']}").status_code == 200
    smaller = one_two | {
        "users.csv": without(one_two["users.csv"], "s1,").replace('"s1,s2"', "s2"),
        "roles.csv": without(one_two["roles.csv"], "r1,"),
        "enrollments.csv": without(one_two["enrollments.csv"], "e1,"),
    }
    done = office.send(smaller)
    assert changes(done) == {"students": {"ended": 1}, "guardianships": {"ended": 2}, "enrollments": {"ended": 1}}
    assert office.one("students", "s1")["ended_on"] is not None
    assert child_client.get("/v1/me").status_code == 401
    assert teacher.get(f"/v1/students/{pupil['id']}").status_code == 404
    assert parent_client.get(f"/v1/students/{pupil['id']}").status_code == 404
    assert parent_client.get("/v1/me").status_code == 200
    assert changes(office.send(smaller)) == {}
    assert changes(office.send(one_two)) == {
        "students": {"changed": 1}, "guardianships": {"changed": 2}, "enrollments": {"changed": 1},
    }  # fmt: skip
    back = office.one("students", "s1")
    assert (back["id"], back["ended_on"]) == (pupil["id"], None)
    assert parent_client.get(f"/v1/students/{pupil['id']}").status_code == 200
    assert child_client.get("/v1/me").status_code == 401, "access is given back by the school, not by a file"


@pytest.mark.parametrize(
    ("kind", "sourced_id", "role", "person"),
    [("guardians", "g2", "guardian", "guardian_id"), ("staff", "t1", "teacher", "staff_id")],
)
def test_guardians_and_staff_lose_their_access_too(
    office: Office, one_two: Files, kind: str, sourced_id: str, role: str, person: str
) -> None:
    office.send(one_two)
    caller = office.let_in(role, **{person: office.one(kind, sourced_id)["id"]})
    assert caller.get("/v1/me").status_code == 200
    roles = {"g2": "r4,", "t1": "r5,"}
    smaller = one_two | {
        "users.csv": without(one_two["users.csv"], f"{sourced_id},"),
        "roles.csv": without(one_two["roles.csv"], roles[sourced_id]),
        "enrollments.csv": without(one_two["enrollments.csv"], "e2,"),
    }
    assert office.send(smaller)["status"] == "applied"
    assert caller.get("/v1/me").status_code == 401
    assert office.events()["membership.changed"] == 1


def test_what_the_school_decided_survives(office: Office, one_two: Files) -> None:
    office.send(one_two)
    pupil, parent, aunt = office.one("students", "s1"), office.one("guardians", "g1"), office.one("guardians", "g2")
    rights = {"guardian_id": parent["id"], "relationship": "mother", "right_to_information": False}
    office.admin.made(f"/v1/students/{pupil['id']}/guardianships", rights)
    office.admin.patch(f"/v1/guardians/{parent['id']}", {"languages": ["ar", "fr"], "reading_comfort": "short_text"})
    office.admin.patch(f"/v1/guardians/{aunt['id']}", {"email": "omer@example.org"})
    office.admin.patch(f"/v1/staff/{office.one('staff', 't1')['id']}", {"function": "care_coordinator"})
    assert changes(office.send(one_two)) == {}
    links = {one["guardian_id"]: one for one in office.one("students", "s1")["guardians"]}
    assert (links[parent["id"]]["relationship"], links[parent["id"]]["right_to_information"]) == ("mother", False)
    assert office.one("guardians", "g1")["languages"] == ["ar", "fr"]
    assert office.one("guardians", "g2")["email"] == "omer@example.org"
    assert office.one("staff", "t1")["function"] == "care_coordinator"


def test_a_link_that_the_school_edited_still_ends_with_the_roster(office: Office, one_two: Files) -> None:
    office.send(one_two)
    pupil, parent, own = office.one("students", "s1"), office.one("guardians", "g1"), office.house.sara
    for guardian in (parent["id"], own):
        office.admin.made(f"/v1/students/{pupil['id']}/guardianships", {"guardian_id": guardian})
    apart = one_two | {"users.csv": one_two["users.csv"].replace(",,g1,01", ",,,01")}
    assert changes(office.send(apart)) == {"guardianships": {"ended": 1}}
    parent_client = office.let_in("guardian", guardian_id=parent["id"])
    assert parent_client.get(f"/v1/students/{pupil['id']}").status_code == 404
    assert office.house.sara_client.get(f"/v1/students/{pupil['id']}").status_code == 200
    office.admin.made(f"/v1/students/{pupil['id']}/guardianships", {"guardian_id": parent["id"]})
    assert changes(office.send(apart)) == {}, "what the school says again is its own"
    assert parent_client.get(f"/v1/students/{pupil['id']}").status_code == 200


def test_a_move_to_another_class_ends_the_old_place(office: Office, one_two: Files) -> None:
    other = "c2,,,1B,01,k1,1B,homeroom,,o1,y1,,,\n"
    one_two["classes.csv"] += other
    office.send(one_two)
    before = office.one("students", "s1")
    one_two["enrollments.csv"] = one_two["enrollments.csv"].replace("e1,,,c1", "e1,,,c2")
    assert changes(office.send(one_two)) == {"enrollments": {"added": 1, "ended": 1}}
    after = office.one("students", "s1")
    assert {one["title"] for one in after["classes"] if one["ended_on"] is None} == {"1B"}
    assert after["version"] == before["version"] + 1


def test_somebody_who_works_here_may_be_a_parent_here(office: Office, one_two: Files) -> None:
    one_two["roles.csv"] += "r6,,,t1,secondary,parent,,,o1,\n"
    one_two["users.csv"] = one_two["users.csv"].replace(",,g1,01", ',,"g1,t1",01')
    office.send(one_two)
    assert office.one("staff", "t1")["given_name"] == office.one("guardians", "t1")["given_name"] == "Lies"
    assert len(office.one("students", "s1")["guardians"]) == 3


def test_whoever_is_named_as_guardian_is_one(office: Office, one_two: Files) -> None:
    one_two["users.csv"] = one_two["users.csv"].replace(",,g1,01", ',,"g1,t1",01')
    assert [one["code"] for one in office.send(one_two)["findings"]] == ["agent_without_role"]
    links = office.one("students", "s1")["guardians"]
    assert {one["given_name"]: one["relationship"] for one in links}["Lies"] == "legal_guardian"


def test_a_proctor_gets_no_view_of_the_class(office: Office, one_two: Files) -> None:
    one_two["enrollments.csv"] = one_two["enrollments.csv"].replace("t1,teacher,true", "t1,proctor,")
    done = office.send(one_two)
    assert (done["status"], done["findings"]) == ("applied", [])
    assert office.one("classes", "c1")["staff"] == []


@pytest.mark.parametrize(
    ("grade", "level"), [("KG", "nursery"), ("04", "primary"), ("L4", "primary"), ("09", "secondary"), ("?", "primary")]
)
def test_grades_tell_the_level(office: Office, one_two: Files, grade: str, level: str) -> None:
    one_two["users.csv"] = one_two["users.csv"].replace(",,g1,01", f",,g1,{grade}")
    office.send(one_two)
    assert office.one("students", "s1")["level"] == level


def test_birthdays_come_from_demographics(office: Office, one_two: Files) -> None:
    del one_two["manifest.csv"]
    files = bulk("1.2", one_two | {"demographics.csv": f"{DEMOGRAPHICS}s1,,,2019-05-17,female{',' * 11}\n"})
    assert office.send(files)["findings"] == []
    assert office.one("students", "s1")["born_on"] == "2019-05-17"


def test_another_school_notices_nothing(office: Office, other_house: House, one_two: Files) -> None:
    """The same bundle in two schools: each has its own people."""
    other = Office(other_house)
    other.send(one_two)
    before = other.one("students", "s1")
    done = office.send(one_two)
    assert done["counts"]["students"]["added"] == 2
    office.send(one_two | {"users.csv": one_two["users.csv"].replace("Noor,Claes", "Noor,Nieuw")})
    assert other.one("students", "s1") == before
    assert other.admin.get(f"/v1/roster-imports/{done['id']}").status_code == 404
    assert other.count("roster-imports") == 1
