"""A delta changes what it names, ends what it deletes, and leaves the rest alone."""

from roster.importing import DEMOGRAPHICS, Office, changes
from roster.small_bundles import ROLES, USERS_1_2, Files
from roster.test_delta import MOMENT, delta, header

NEW = f"s3,active,{MOMENT},true,piet,,Piet,Maes,,,,,,g1,02,,,,,,o1,,\n"
NEW_ROLE = f"r9,active,{MOMENT},s3,primary,student,,,o1,\n"


def users(*rows: str) -> str:
    return header(USERS_1_2) + "".join(rows)


def roles(*rows: str) -> str:
    return header(ROLES) + "".join(rows)


def test_somebody_new_is_linked_to_whom_the_school_knows(office: Office, one_two: Files) -> None:
    office.send(one_two)
    done = office.send(delta("1.2", {"users.csv": users(NEW), "roles.csv": roles(NEW_ROLE)}))
    assert (done["status"], done["findings"]) == ("applied", [])
    assert changes(done) == {"students": {"added": 1}, "guardianships": {"added": 1}}
    (parent,) = office.one("students", "s3")["guardians"]
    assert (parent["given_name"], parent["relationship"], parent["right_to_information"]) == ("An", "parent", True)


def test_a_change_needs_no_role(office: Office, one_two: Files) -> None:
    office.send(one_two)
    moved = f"g1,active,{MOMENT},true,an,,An,Maes,,,an@example.org,0470 00 00 09,,s2,,,,Annie,,,,,fr\n"
    assert changes(office.send(delta("1.2", {"users.csv": users(moved)}))) == {"guardians": {"changed": 1}}
    assert office.one("guardians", "g1")["phone"] == "+32470000009"


def test_who_is_deleted_is_ended_with_links_and_access(office: Office, one_two: Files) -> None:
    office.send(one_two)
    pupil = office.one("students", "s1")
    child_client = office.let_in("student", student_id=pupil["id"])
    teacher = office.let_in("teacher", staff_id=office.one("staff", "t1")["id"])
    gone = delta("1.2", {"users.csv": users(f"s1,tobedeleted,{MOMENT}{',' * 20}\n")})
    done = office.send(gone)
    assert changes(done) == {"students": {"ended": 1}, "guardianships": {"ended": 2}, "enrollments": {"ended": 1}}
    assert child_client.get("/v1/me").status_code == 401
    assert teacher.get(f"/v1/students/{pupil['id']}").status_code == 404
    assert changes(office.send(gone)) == {}
    assert office.send(one_two)["counts"]["students"]["changed"] == 1


def test_a_role_that_is_taken_away_takes_the_access(office: Office, one_two: Files) -> None:
    one_two["roles.csv"] += "r6,,,t1,secondary,parent,,,o1,\n"
    office.send(one_two)
    gone = roles(f"r5,tobedeleted,{MOMENT},t1,primary,teacher,,,o1,\n")
    row = f"t1,active,{MOMENT},true,lies,,Lies,Aerts,,,lies@example.org,,,,,,,,,,,,\n"
    done = office.send(delta("1.2", {"roles.csv": gone, "users.csv": users(row)}))
    assert changes(done)["staff_members"] == {"ended": 1}
    assert changes(done)["class_staff"] == {"ended": 1}
    assert office.one("guardians", "t1")["ended_on"] is None


def test_places_and_classes_come_and_go(office: Office, one_two: Files) -> None:
    one_two["classes.csv"] += "c2,,,1B,01,k1,1B,homeroom,,o1,y1,,,\n"
    office.send(one_two)
    columns = header(one_two["enrollments.csv"])
    moved = columns + f"e1,active,{MOMENT},c2,o1,s1,student,,2026-10-05,\n"
    assert changes(office.send(delta("1.2", {"enrollments.csv": moved}))) == {"enrollments": {"added": 1, "ended": 1}}
    assert {one["title"] for one in office.one("students", "s1")["classes"] if not one["ended_on"]} == {"1B"}
    left = columns + f"e1,tobedeleted,{MOMENT}{',' * 7}\n"
    assert changes(office.send(delta("1.2", {"enrollments.csv": left}))) == {"enrollments": {"ended": 1}}
    closed = header(one_two["classes.csv"]) + f"c1,tobedeleted,{MOMENT}{',' * 11}\n"
    done = office.send(delta("1.2", {"classes.csv": closed}))
    assert changes(done) == {"classes": {"ended": 1}, "class_staff": {"ended": 1}}


def test_a_birthday_needs_no_user(office: Office, one_two: Files) -> None:
    office.send(one_two)
    born = f"{DEMOGRAPHICS}s1,active,{MOMENT},2019-05-17{',' * 12}\n"
    assert changes(office.send(delta("1.2", {"demographics.csv": born}))) == {"students": {"changed": 1}}
    assert office.one("students", "s1")["born_on"] == "2019-05-17"


def test_what_neither_the_bundle_nor_the_school_knows_is_refused_or_skipped(office: Office, one_two: Files) -> None:
    office.send(one_two)
    lost = header(one_two["enrollments.csv"]) + f"e7,active,{MOMENT},c1,o1,s77,student,,,\n"
    bundle = delta("1.2", {"enrollments.csv": lost, "users.csv": users(NEW), "roles.csv": roles(NEW_ROLE)})
    done = office.send(bundle)
    assert (done["status"], [one["code"] for one in done["findings"]]) == ("refused", ["outside_reference"])
    done = office.send(bundle, "?mode=lenient")
    assert (done["status"], done["warnings"]) == ("applied", 1)
    assert changes(done) == {"students": {"added": 1}, "guardianships": {"added": 1}}


def test_somebody_without_a_role_anywhere_is_not_guessed(office: Office, one_two: Files) -> None:
    office.send(one_two)
    bundle = delta("1.2", {"users.csv": users(NEW.replace(",g1,", ",,"))})
    assert [one["code"] for one in office.send(bundle)["findings"]] == ["role_unknown"]
    assert changes(office.send(bundle, "?mode=lenient")) == {}


def test_an_agent_between_two_whom_only_the_school_knows(office: Office, one_two: Files) -> None:
    """The bundle cannot tell which of them is the student."""
    one_two["users.csv"] = one_two["users.csv"].replace(",,s2,,,,Annie", ",,,,,,Annie")
    office.send(one_two)
    row = f"g1,active,{MOMENT},true,an,,An,Maes,,,an@example.org,+32 470 00 00 01,,s2,,,,Annie,,,,,fr\n"
    done = office.send(delta("1.2", {"users.csv": users(row)}))
    assert changes(done) == {"guardianships": {"added": 1}}
    links = office.one("students", "s2")["guardians"]
    assert {one["given_name"]: one["relationship"] for one in links} == {"An": "parent", "Omer": "relative"}


def test_an_enrollment_that_fits_nobody_is_told(office: Office, one_two: Files) -> None:
    one_two["enrollments.csv"] += "e3,,,c1,o1,g1,student,,,\n"
    done = office.send(one_two)
    assert (done["status"], [one["code"] for one in done["findings"]]) == ("applied", ["enrollment_unclear"])
