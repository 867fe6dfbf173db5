"""Rows: what a client writes, how a merge patch changes it, and what the database keeps of it by itself."""

from typing import Any
from uuid import UUID

import pytest
from house import House
from pydantic import ValidationError
from sqlalchemy import text

from domain.kernel.clock import now
from domain.kernel.row import PLATFORM, Fields, merged, metadata, new_id, patch_of
from domain.kernel.text import Line, Text
from domain.school.models.calendar import CalendarPeriodFields
from domain.school.models.interpreters import InterpreterFields
from domain.school.models.rooms import Room, RoomFields
from domain.school.models.schools import SchoolFields
from domain.school.models.staff import StaffMember, StaffMemberFields


class NoteFields(Fields):
    """A note, for these tests."""

    title: Text
    subtitle: Text | None = None
    label: Line
    count: int = 1
    tags: list[Line] = []


NotePatch: Any = patch_of(NoteFields)


# patches


def test_a_patch_may_leave_everything_out() -> None:
    assert NotePatch.model_validate({}).model_dump(exclude_unset=True) == {}
    assert NotePatch.__name__ == "NotePatch"


@pytest.mark.parametrize(
    "patch",
    [
        {"label": None},
        {"count": None},
        {"title": None},
        {"tags": None},
        {"lable": "x"},
        {"label": ""},
        {"title": "x"},
        {"subtitle": {"de": "x"}},
    ],
)
def test_a_patch_is_held_to_the_same_fields(patch: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        NotePatch.model_validate(patch)


def test_null_empties_a_field_that_may_be_empty() -> None:
    assert NotePatch.model_validate({"subtitle": None}).model_dump(exclude_unset=True) == {"subtitle": None}


def test_a_patch_may_name_some_languages_of_a_text() -> None:
    assert NotePatch.model_validate({"title": {"fr": "Fête", "en": None}}).title == {"fr": "Fête", "en": None}


def test_the_document_of_a_patch_needs_nothing_and_shows_no_default() -> None:
    schema = patch_of(RoomFields).model_json_schema()
    assert "required" not in schema
    assert schema["additionalProperties"] is False
    assert not any("default" in field for field in schema["properties"].values())


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {"a": None}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d", "c": None}}),
        ({"a": {"b": "c"}}, {"a": {"d": "e"}}, {"a": {"b": "c", "d": "e"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        ({"a": None}, {"a": {"b": "c"}}, {"a": {"b": "c"}}),
        ({"a": "b"}, {}, {"a": "b"}),
    ],
)
def test_a_merge_goes_into_objects_and_replaces_the_rest(target: Any, patch: Any, result: Any) -> None:
    """After RFC 7396, appendix A; a null stays for the fields to judge."""
    assert merged(target, patch) == result


def test_a_merge_patch_over_http(house: House) -> None:
    body = {
        "name": {"nl": "Feest", "fr": "Fête", "en": "Party"},
        "kind": "busy",
        "starts_on": "2026-10-01",
        "ends_on": "2026-10-02",
    }
    url = f"/v1/calendar-periods/{house.admin_client.made('/v1/calendar-periods', body)['id']}"
    house.admin_client.patch(url, {"name": {"fr": "La fête", "en": None}})
    changed = house.admin_client.get(f"{url}?lang=all").json()
    assert changed["name"] == {"nl": "Feest", "fr": "La fête"}
    assert (changed["kind"], changed["starts_on"]) == ("busy", "2026-10-01")


def test_an_empty_patch_changes_nothing(house: House) -> None:
    before = house.admin_client.get(f"/v1/rooms/{house.room}").json()
    assert house.admin_client.patch(f"/v1/rooms/{house.room}", {}).json() == before


# rows


def test_a_row_takes_validated_fields_as_columns_keep_them() -> None:
    fields = StaffMemberFields(
        given_name="An", family_name="Claes", external_ids=[{"system": "smartschool", "value": "7"}]
    )
    row = StaffMember.of(PLATFORM, fields, sourced_id="s1")
    assert (row.school_id, row.given_name, row.sourced_id) == (PLATFORM, "An", "s1")
    assert row.external_ids == [{"system": "smartschool", "value": "7"}]
    row.take(StaffMemberFields(given_name="Anna", family_name="Claes"))
    assert (row.given_name, row.external_ids, row.sourced_id) == ("Anna", [], "s1")


def test_a_patched_row_is_validated_as_a_whole() -> None:
    room = Room.of(PLATFORM, RoomFields(name="A", capacity=3))
    patched = room.patched(RoomFields, patch_of(RoomFields)(capacity=9))
    assert (patched.name, patched.capacity) == ("A", 9)
    room.capacity = 0
    with pytest.raises(ValidationError):
        room.patched(RoomFields, patch_of(RoomFields)(name="B"))


@pytest.mark.parametrize("day", ["1899-12-31", "2200-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_lies_within_the_calendar(day: str) -> None:
    """The driver takes the first and the last day for infinity."""
    with pytest.raises(ValidationError, match="calendar"):
        CalendarPeriodFields(name={"nl": "x"}, kind="busy", starts_on=day, ends_on="2026-10-02")


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_is_a_number(number: float) -> None:
    class Weighed(Fields):
        weight: float

    with pytest.raises(ValidationError):
        Weighed(weight=number)


def test_ids_are_uuids_of_the_seventh_version_that_rise() -> None:
    ids = [new_id() for _ in range(100)]
    assert {one.version for one in ids} == {7}
    assert ids == sorted(ids)
    assert all(isinstance(one, UUID) for one in ids)


def test_fields_say_once_what_a_client_writes() -> None:
    for fields in (SchoolFields, RoomFields, InterpreterFields):
        assert not {"id", "school_id", "version", "created_at", "updated_at"} & set(fields.model_fields)
        with pytest.raises(ValidationError):
            fields.model_validate({"version": 7})


# what the database keeps by itself


def sql(house: House, statement: str, **values: Any) -> Any:
    """The first row of a statement in a transaction of its own."""

    async def ask() -> Any:
        async with house.database.working_for(house.id) as session:
            result = await session.execute(text(statement), values)
            return result.first() if result.returns_rows else None

    return house.run(ask())


def test_every_update_counts_whoever_makes_it(house: House) -> None:
    before = sql(house, "SELECT version, updated_at, created_at FROM rooms WHERE id = :id", id=house.room)
    sql(house, "UPDATE rooms SET name = name WHERE id = :id", id=house.room)
    after = sql(house, "SELECT version, updated_at, created_at FROM rooms WHERE id = :id", id=house.room)
    assert after.version == before.version + 1
    assert after.updated_at > before.updated_at
    assert after.created_at == before.created_at <= now()


def test_nobody_sets_a_version(house: House) -> None:
    sql(house, "UPDATE rooms SET version = 70, updated_at = '2000-01-01' WHERE id = :id", id=house.room)
    after = sql(house, "SELECT version, updated_at FROM rooms WHERE id = :id", id=house.room)
    assert (after.version, after.updated_at.year > 2000) == (2, True)


def test_a_touch_counts_as_one_change(house: House) -> None:
    async def touch() -> None:
        async with house.database.working_for(house.id) as session:
            row = await session.get_row(Room, house.ids["room"])
            row.touch()

    house.run(touch())
    assert house.admin_client.get(f"/v1/rooms/{house.room}").json()["version"] == 2


def test_a_change_and_a_touch_in_one_transaction_count_once(house: House) -> None:
    async def change() -> None:
        async with house.database.working_for(house.id) as session:
            row = await session.get_row(Room, house.ids["room"])
            row.capacity = 4
            row.touch()

    house.run(change())
    assert house.admin_client.get(f"/v1/rooms/{house.room}").json()["version"] == 2


def test_every_table_with_a_version_has_the_trigger(house: House) -> None:
    touched = sql(house, "SELECT array_agg(tgrelid::regclass::text) FROM pg_trigger WHERE tgname = 'touched'")[0]
    assert set(touched) == {table.name for table in metadata.tables.values() if "version" in table.c}


def test_every_row_is_found_by_its_school_and_its_id() -> None:
    for table in metadata.tables.values():
        if "version" in table.c:
            assert {"school_id", "id", "created_at", "updated_at"} <= set(table.c.keys())
            assert table.primary_key.columns.keys() == ["school_id", "id"]
