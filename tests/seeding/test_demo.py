"""The demo school: it loads once, it holds every kind of family, and its people see what such people see."""

import asyncio
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from fastapi import FastAPI
from house import Client, Run, client
from sqlalchemy import select

from api.issuer import ISSUER
from domain.families.models.students import Student
from domain.kernel.database import Database
from domain.kernel.events import Event
from domain.kernel.permissions import Permission, Role
from domain.seeding.demo import DEMO_SCHOOL, DemoReport, seed_demo
from domain.seeding.demo_file import demo_id, load_demo
from domain.seeding.entries import ContentError

FILE = Path("seed_content/demo/school.yaml")


class Demo:
    """The demo school in the database that the app serves."""

    def __init__(self, app: FastAPI, run: Run) -> None:
        self.app, self.run = app, run
        self.report: DemoReport = run(seed_demo(app.state.database, FILE, ISSUER))

    def client(self, role: Role) -> Client:
        scope = " ".join(Permission) if role == Role.INTEGRATION_CLIENT else ""
        return client(self.app, self.run, f"demo-{role}", scope=scope)

    def guardian(self, key: str) -> Client:
        """A client of any guardian, let in by the school."""
        subject = f"{key}-{uuid4()}"
        wanted = {"issuer": ISSUER, "subject": subject, "role": "guardian", "guardian_id": id_of("guardians", key)}
        self.client(Role.ADMINISTRATOR).made("/v1/memberships", wanted)
        return client(self.app, self.run, subject)


def id_of(kind: str, key: str) -> str:
    return str(demo_id(kind, key))


@pytest.fixture(scope="module")
def demo(app: FastAPI, run: Run) -> Demo:
    return Demo(app, run)


@pytest.fixture(scope="module")
def office(demo: Demo) -> Client:
    return demo.client(Role.COORDINATOR)


def test_loading_it_a_second_time_changes_nothing(new_database: Callable[[str], str], worker_id: str) -> None:
    async def twice() -> None:
        async with Database(new_database_url, 1, 1).opened() as database:
            first = await seed_demo(database, FILE, ISSUER)
            assert first.unchanged == 0
            await _rename(database, "wout-peeters", "Wouter")
            told = await _told(database)
            assert told["student.created"] == sum(len(family.students) for family in load_demo(FILE).families)
            assert await seed_demo(database, FILE, ISSUER) == (DEMO_SCHOOL, 0, first.added)
            assert await _told(database) == told, "nothing happened, so nothing is told"
            assert await _name(database, "wout-peeters") == "Wouter", "who tries the demo out keeps what they changed"

    new_database_url = new_database(f"demo_{worker_id}")
    asyncio.run(twice())


async def _rename(database: Database, key: str, name: str) -> None:
    async with database.working_for(DEMO_SCHOOL) as session:
        (await session.get_row(Student, demo_id("students", key))).given_name = name


async def _name(database: Database, key: str) -> str:
    async with database.working_for(DEMO_SCHOOL) as session:
        return (await session.get_row(Student, demo_id("students", key))).given_name


async def _told(database: Database) -> Counter[str]:
    """How often each kind of event was recorded."""
    async with database.working_for(DEMO_SCHOOL) as session:
        return Counter(event.type for event in (await session.execute(select(Event))).scalars())


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('name: "Refter", capacity: 80', 'name: "Refter", capacity: 0', "rooms.2.capacity: Input should be greater"),
        ("staff_id: griet-lemmens", "staff_id: nobody", "classes.0.staff.0.staff_id: There is no 'nobody'"),
        ("key: hugo-dubois", "key: wout-peeters", "families.2.students.0.key: 'wout-peeters' is here more than once"),
        ("student_ids: [hugo-dubois]", "pupils: [hugo-dubois]", "families.2.households.0.pupils: Extra inputs"),
    ],
)
def test_a_flaw_in_the_file_is_named_with_its_line(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    file = Path(shutil.copy(FILE, tmp_path / FILE.name))
    text = file.read_text()
    line = text[: text.index(right)].count("\n") + 1
    file.write_text(text.replace(right, wrong, 1))
    with pytest.raises(ContentError) as refused:
        load_demo(file)
    assert f"school.yaml:{line}: {said}" in str(refused.value)


def test_the_calendar_has_the_flemish_holidays_and_the_days_of_the_school(office: Client) -> None:
    periods = office.get("/v1/calendar-periods?limit=100").json()["items"]
    known = {(one["name"], one["kind"], one["starts_on"], one["ends_on"]) for one in periods}
    assert ("Herfstvakantie", "holiday", "2026-11-02", "2026-11-09") in known
    assert {one["kind"] for one in periods} == {"holiday", "free_day", "study_day", "busy", "report_week"}
    assert len(periods) == len(known), "holidays do not pile up"


def test_the_school_has_the_people_and_the_places_that_make_planning_hard(office: Client) -> None:
    staff = office.get("/v1/staff?limit=100").json()["items"]
    assert {"head", "care_coordinator", "bridge_worker", "teacher"} == {one["function"] for one in staff}
    part_time = [one["id"] for one in staff if one["teaching_days"] == ["monday", "tuesday", "thursday"]]
    classes = office.get("/v1/classes?limit=100").json()["items"]
    assert sorted(one["level"] for one in classes) == ["nursery", "nursery", "primary", "primary"]
    [shared] = [one["staff"] for one in classes if len(one["staff"]) > 1]
    assert [one["staff_id"] for one in shared if one["is_primary"]] == part_time
    assert {one["step_free"] for one in office.get("/v1/rooms").json()["items"]} == {True, False}
    interpreters = office.get("/v1/interpreters").json()["items"]
    reached = {(*one["languages"], *one["modes"]) for one in interpreters}
    assert reached == {("ar", "fr", "on_site"), ("tr", "phone", "video")}


def test_families_speak_many_languages_and_not_all_like_to_read(office: Client) -> None:
    guardians = office.get("/v1/guardians?limit=100").json()["items"]
    assert {tag for one in guardians for tag in one["languages"]} == {"nl", "fr", "en", "ar", "tr", "pl"}
    assert {one["reading_comfort"] for one in guardians} == {"reads_easily", "short_text", "rather_hears"}


def test_nobody_real_can_be_reached(office: Client) -> None:
    for place in ("guardians", "staff", "interpreters", "schools"):
        for one in office.get(f"/v1/{place}?limit=100").json()["items"]:
            assert (one["email"] or "@example.org").endswith(("@example.org", ".example.org"))
            assert (one["phone"] or "+3225550100").startswith("+32255501")


def test_a_student_has_two_households_of_parents_with_authority(office: Client) -> None:
    homes = [one["guardian_ids"] for one in _homes_of(office, "yasmine-benali")]
    parents = _guardians(office, "yasmine-benali")
    assert sorted(homes) == sorted([one["guardian_id"]] for one in parents)
    assert [one["legal_authority"] for one in parents] == [True, True]


def test_siblings_are_in_different_classes(office: Client) -> None:
    [home] = _homes_of(office, "wout-peeters")
    classes = [office.get(f"/v1/students/{one}").json()["classes"][0]["title"] for one in home["student_ids"]]
    assert sorted(classes) == ["K3 Egels", "L3 Uilen"]


def test_a_parent_can_be_alone(office: Client) -> None:
    assert [one["relationship"] for one in _guardians(office, "hugo-dubois")] == ["mother"]


@pytest.mark.parametrize(
    ("student", "relationship"),
    [("adam-haddad", "grandparent"), ("noor-de-smet", "step_parent"), ("samuel-diallo", "foster_parent")],
)
def test_who_has_no_authority_comes_by_agreement(office: Client, student: str, relationship: str) -> None:
    guardians = _guardians(office, student)
    [found] = [one for one in guardians if one["relationship"] == relationship]
    assert (found["legal_authority"], bool(found["legal_parents_agreed_on"])) == (False, True)
    assert any(one["legal_authority"] for one in guardians if one != found)


def test_the_restricted_father_sees_nothing(demo: Demo, office: Client) -> None:
    father, student = id_of("guardians", "julien-renard"), id_of("students", "louise-renard")
    kinds = {one["kind"] for one in office.get(f"/v1/restrictions?guardian_id={father}").json()["items"]}
    assert kinds == {"no_contact", "no_information"}
    restricted = demo.guardian("julien-renard")
    assert restricted.get("/v1/students").json()["items"] == []
    assert restricted.get(f"/v1/students/{student}").status_code == 404
    assert restricted.get("/v1/households").json()["items"] == []
    assert demo.guardian("sophie-lambert").get(f"/v1/students/{student}").status_code == 200


def test_the_teacher_sees_the_own_class_only(demo: Demo, office: Client) -> None:
    own_class = id_of("classes", "l3")
    teacher = demo.client(Role.TEACHER)
    seen = {one["id"] for one in teacher.get("/v1/students?limit=100").json()["items"]}
    assert seen == {one["id"] for one in office.get(f"/v1/students?limit=100&class_id={own_class}").json()["items"]}
    assert id_of("students", "yasmine-benali") in seen
    assert teacher.get(f"/v1/students/{id_of('students', 'zofia-nowak')}").status_code == 404


def test_the_mother_sees_her_child_and_not_the_other_parent(demo: Demo) -> None:
    mother = demo.client(Role.GUARDIAN)
    [student] = mother.get("/v1/students").json()["items"]
    assert [one["guardian_id"] for one in student["guardians"]] == [id_of("guardians", "naima-el-amrani")]
    assert mother.get(f"/v1/guardians/{id_of('guardians', 'karim-benali')}").status_code == 404


@pytest.mark.parametrize("role", Role)
def test_there_is_a_token_for_every_role(demo: Demo, role: Role) -> None:
    me = demo.client(role).get("/v1/me").json()
    assert me["roles"] == [role]
    assert (me["school_id"] == str(DEMO_SCHOOL)) is (role != Role.PLATFORM_OPERATOR)


def test_a_system_has_every_scope_there_is(demo: Demo) -> None:
    subject = f"subject=demo-{Role.INTEGRATION_CLIENT}"
    [membership] = demo.client(Role.ADMINISTRATOR).get(f"/v1/memberships?{subject}").json()["items"]
    assert membership["scopes"] == list(Permission)


def test_plans_say_how_families_want_to_be_reached(office: Client, demo: Demo) -> None:
    plans = {one["student_id"]: one for one in office.get("/v1/communication-plans").json()["items"]}
    assert sorted(one["status"] for one in plans.values()) == ["agreed", "agreed", "draft"]
    wishes = [wish for one in plans.values() for wish in one["guardian_wishes"]]
    assert {wish["digital_access"] for wish in wishes} >= {"none", "phone_only", "computer"}
    assert "rather_hears" in {wish["reading_comfort"] for wish in wishes}
    yasmine = plans[id_of("students", "yasmine-benali")]
    assert len(yasmine["guardian_wishes"]) == 2
    [own] = demo.guardian("karim-benali").get("/v1/communication-plans").json()["items"]
    assert [one["guardian_id"] for one in own["guardian_wishes"]] == [id_of("guardians", "karim-benali")]
    versions = office.get(f"/v1/communication-plans/{yasmine['id']}/versions").json()["items"]
    assert [one["changes"] for one in versions] == [["agreed"]]


def test_a_message_would_reach_each_family_as_it_wishes(office: Client) -> None:
    asked = {"kind": "thank_you", "at": "2026-10-13T09:00:00+02:00"}
    reached = {}
    for key in ("yasmine-benali", "deniz-yilmaz", "samuel-diallo"):
        about = {"conversation_id": id_of("conversations", id_of("communication_plans", key))}
        answer = office.get("/v1/messages/preview", params=asked | about)
        assert answer.is_success, answer.text
        people = answer.json()["people"]
        reached |= {one["name"]: one["channel"] for one in people if one["party"] == "guardian"}
    assert reached["Naïma El Amrani"] == "message"
    assert reached["Karim Benali"] == "email"
    assert reached["Elif Yılmaz"] == "phone"  # noqa: RUF001  # her name
    assert reached["Aminata Diallo"] in {"talk", "paper"}


def test_the_school_says_how_it_sends(office: Client) -> None:
    found = office.get("/v1/messaging").json()
    assert (found["sender_name"], found["is_paused"]) == ("Basisschool De Brug", False)
    options = office.get("/v1/communication-options").json()["items"]
    assert len([one for one in options if one["staff_id"] is None]) == 1
    assert len(options) > 3


def _homes_of(reader: Client, student: str) -> list[dict[str, list[str]]]:
    homes = reader.get("/v1/households?limit=100").json()["items"]
    return [one for one in homes if id_of("students", student) in one["student_ids"]]


def _guardians(reader: Client, student: str) -> list[dict[str, object]]:
    return reader.get(f"/v1/students/{id_of('students', student)}").json()["guardians"]  # type: ignore[no-any-return]
