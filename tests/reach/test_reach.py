"""Whom the school spoke with, over HTTP."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from house import Client, House
from openpyxl import load_workbook
from reach.families import settled
from sqlalchemy import event, update
from sqlmodel import col

from domain.families.models import Student
from domain.school.models.classes import SchoolClass

AT = "/v1/reach"
GROUPS = ("spoken_with", "invited_not_met", "never_answered", "never_invited")


def counted(client: Client, **asked: Any) -> dict[str, tuple[int, ...]]:
    rows = client.get(AT, params=asked).json()["rows"]
    return {row["key"]: tuple(row[group] for group in GROUPS) for row in rows}


def spoke(house: House, **more: Any) -> None:
    house.anna_client.made("/v1/contacts", {"student_id": house.student, "kind": "at_the_gate", **more})


def test_a_talk_at_the_gate_counts(house: House) -> None:
    assert counted(house.coordinator_client) == {"primary": (0, 0, 0, 2)}
    spoke(house)
    assert counted(house.coordinator_client) == {"primary": (1, 0, 0, 1)}
    assert counted(house.coordinator_client, by="kind") == {"at_the_gate": (1, 0, 0, 0)}


def test_a_teacher_counts_the_own_classes_only(house: House) -> None:
    assert counted(house.anna_client, by="class") == {house.first_class: (0, 0, 0, 1)}
    assert counted(house.coordinator_client, class_id=house.second_class) == {"primary": (0, 0, 0, 1)}


def test_only_the_days_that_were_asked_for_count(house: House) -> None:
    spoke(house)
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    days = {"from": tomorrow.isoformat(), "to": (tomorrow + timedelta(days=3)).isoformat()}
    assert counted(house.coordinator_client, **days) == {"primary": (0, 0, 0, 2)}
    refused = house.coordinator_client.get(AT, params={"from": days["to"], "to": days["from"]})
    assert refused.status_code == 422


def test_a_restricted_guardian_is_nobody_to_reach(house: House) -> None:
    spoke(house, guardian_id=house.sara)
    today = datetime.now(UTC).date()
    limit = {"student_id": house.student, "kind": "no_contact", "basis": "Vonnis gezien"}
    days = {"starts_on": str(today - timedelta(days=9)), "ends_on": str(today + timedelta(days=9))}
    house.admin_client.made("/v1/restrictions", limit | days | {"guardian_id": house.sara})
    assert counted(house.anna_client) == {"primary": (0, 0, 0, 1)}, "Omar is to be reached"
    for guardian in (house.omar, house.grandmother):
        house.admin_client.made("/v1/restrictions", limit | days | {"guardian_id": guardian})
    assert counted(house.anna_client) == {}, "nobody may be asked"


def test_a_student_of_age_is_there_in_person(house: House) -> None:
    today = datetime.now(UTC).date()
    limit = {"student_id": house.other_student, "kind": "no_contact", "basis": "Vonnis gezien"}
    days = {"starts_on": str(today - timedelta(days=9)), "ends_on": str(today + timedelta(days=9))}
    house.admin_client.made("/v1/restrictions", limit | days | {"guardian_id": house.other_guardian})
    assert counted(house.bram_client) == {}

    async def grow() -> None:
        async with house.database.working_for(house.id) as session:
            one = update(Student).where(col(Student.id) == house.ids["other_student"])
            await session.execute(one.values(born_on=today - timedelta(days=19 * 366)))

    house.run(grow())
    assert counted(house.bram_client) == {"primary": (0, 0, 0, 1)}


@pytest.mark.parametrize("more", [{"class_id": "first_class"}, {"level": "primary"}, {"from": "2026-01-01"}])
def test_by_language_there_is_one_table_of_the_whole_school(house: House, more: dict[str, str]) -> None:
    asked = {name: getattr(house, said) if name == "class_id" else said for name, said in more.items()}
    refused = house.coordinator_client.get(AT, params={"by": "home_language", **asked})
    assert (refused.status_code, refused.json()["code"]) == (422, "language_whole_school")
    assert house.anna_client.get(f"{AT}?by=home_language").status_code == 422
    assert house.coordinator_client.get(f"{AT}.csv", params={"by": "home_language", **asked}).status_code == 422


def test_two_requests_laid_over_each_other_tell_of_no_language_of_few(house: House) -> None:
    """Every period and every class is asked for, beside each other: only ONE table has languages, and it is in fives."""
    settled(house, "fr", 8, spoken=6)
    settled(house, "tr", 3)
    office, today = house.coordinator_client, datetime.now(UTC).date()
    periods = [{"from": str(today - timedelta(days=back)), "to": str(today)} for back in (30, 31, 90)]
    of_whom: list[dict[str, str]] = [{}, {"class_id": house.first_class}, {"level": "primary"}]
    before = office.get(AT, params={"by": "home_language"}).json()["rows"]
    for asked in [period | whom for period in ({}, *periods) for whom in of_whom if period or whom]:
        assert office.get(AT, params={"by": "home_language", **asked}).status_code == 422
        for by in ("class", "level", "kind"):
            told = office.get(AT, params={"by": by, **asked}).json()
            assert not {"fr", "tr", "ar", "other", "all"} & {row["key"] for row in told["rows"]}
    settled(house, "fr", 1)
    after = office.get(AT, params={"by": "home_language"}).json()["rows"]
    cells = {row[name] for row in (*before, *after) for name in ("families", *GROUPS)}
    assert not [cell for cell in cells if cell % 5], "whatever is subtracted is nought, or five or more"


def test_no_language_of_few_families_is_in_any_answer(house: House) -> None:
    settled(house, "fr", 8)
    settled(house, "tr", 3)
    told = house.coordinator_client.get(f"{AT}?by=home_language").json()
    assert {row["key"]: row["families"] for row in told["rows"]} == {"fr": 10, "other": 5}
    assert (told["last_spoken"], told["channels"], told["last_round"]) == ([], [], None)
    for ending in (".csv", ".svg"):
        assert "tr" not in house.coordinator_client.get(f"{AT}{ending}?by=home_language").text.split(",")


def test_families_stand_by_the_alphabet_with_what_the_school_can_try(house: House) -> None:
    settled(house, "fr", 3)
    told = house.anna_client.get(f"{AT}/families", headers={"Accept-Language": "en"}).json()
    assert [one["family_name"] for one in told["items"]] == ["0000", "0001", "0002", "Haddad"]
    assert {one["next_step"] for one in told["items"]} == {"invite"}
    assert "alphabetical" in told["says"]
    fields = {"student_id", "given_name", "family_name", "group", "tried", "next_step", "reason"}
    fields |= {"channel", "guardian_id", "moment", "from_plan", "from_catalogue"}
    assert set(told["items"][0]) == fields, "no share, no count, no rank (R38)"
    spoke(house)
    assert house.student not in house.anna_client.get(f"{AT}/families").text


def test_the_title_of_a_class_is_no_formula(house: House) -> None:
    async def rename() -> None:
        async with house.database.working_for(house.id) as session:
            one = update(SchoolClass).where(col(SchoolClass.id) == house.ids["first_class"])
            await session.execute(one.values(title="=1+1"))

    house.run(rename())
    assert "\n'=1+1,1,0,0,0,1" in house.anna_client.get(f"{AT}.csv?by=class").text.replace("\r", "")
    book = load_workbook(BytesIO(house.anna_client.get(f"{AT}.xlsx?by=class").content))
    assert [cell.value for cell in book.worksheets[0][2]] == ["'=1+1", 1, 0, 0, 0, 1]


def statements(house: House, path: str) -> int:
    heard: list[str] = []

    def hear(*given: Any) -> None:
        heard.append(given[2])

    engine = house.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        assert house.coordinator_client.get(path).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", hear)
    return len(heard)


@pytest.mark.parametrize("path", [AT, f"{AT}/families"])
def test_statements_do_not_grow_with_the_families(house: House, path: str) -> None:
    settled(house, "fr", 5)
    few = statements(house, path)
    settled(house, "ar", 45)
    assert few == statements(house, path) <= 24
