"""Compiled reads: the document that PostgreSQL writes, in the reader's language, of what the reader may see."""

import json
from typing import Any

import pytest
from house import House
from sqlalchemy import text

from domain.kernel.page import PageQuery
from domain.kernel.permissions import Permission
from domain.kernel.principal import Credential
from domain.kernel.read import Document, Listing, asking
from domain.school.models.calendar import CalendarPeriod, CalendarPeriodRead
from domain.school.queries import CALENDAR_PERIODS, STAFF

PERIOD = {"kind": "busy", "starts_on": "2026-10-01", "ends_on": "2026-10-02"}


def period(house: House, **words: str) -> str:
    made = house.admin_client.made("/v1/calendar-periods", {"name": words, **PERIOD})
    return f"/v1/calendar-periods/{made['id']}"


@pytest.mark.parametrize(
    ("wanted", "language", "read"),
    [
        ("nl", "nl", "Feest"),
        ("fr", "fr", "Fête"),
        ("en", "en", "Feest"),
        ("ar", "ar, nl", "Feest"),
        ("ar, fr;q=0.5", "fr", "Fête"),
        ("", "nl", "Feest"),
    ],
)
def test_a_text_comes_in_the_readers_language_or_else_in_dutch(
    house: House, wanted: str, language: str, read: str
) -> None:
    url = period(house, nl="Feest", fr="Fête")
    for address in (url, "/v1/calendar-periods"):
        answer = house.admin_client.get(address, headers={"Accept-Language": wanted})
        document = answer.json()["items"][0] if "items" in answer.json() else answer.json()
        assert document["name"] == read
        assert answer.headers["content-language"] == language
        assert "Accept-Language" in answer.headers["vary"]


def test_all_languages_come_when_asked(house: House) -> None:
    url = period(house, nl="Feest", fr="Fête")
    whole = {"nl": "Feest", "fr": "Fête"}
    assert house.admin_client.get(f"{url}?lang=all").json()["name"] == whole
    assert house.admin_client.get("/v1/calendar-periods?lang=all").json()["items"][0]["name"] == whole
    assert house.admin_client.get(f"{url}?lang=fr").status_code == 422
    assert house.admin_client.get("/v1/calendar-periods?lang=fr").status_code == 422


def test_the_answer_to_a_change_is_in_the_readers_language_too(house: House) -> None:
    french = {"Accept-Language": "fr"}
    made = house.admin_client.post(
        "/v1/calendar-periods", {"name": {"nl": "Feest", "fr": "Fête"}, **PERIOD}, headers=french
    )
    assert (made.json()["name"], made.headers["content-language"]) == ("Fête", "fr")
    changed = house.admin_client.patch(made.headers["location"], {"kind": "holiday"}, headers=french)
    assert changed.json()["name"] == "Fête"


def test_lists_inside_a_document_are_ordered_filled_and_empty(house: House) -> None:
    url = f"/v1/classes/{house.first_class}"
    house.admin_client.made(f"{url}/staff", {"staff_id": house.bram})
    staff = house.admin_client.get(url).json()["staff"]
    assert [(one["given_name"], one["is_primary"]) for one in staff] == [("Anna", True), ("Bram", False)]
    empty = house.admin_client.made("/v1/classes", {"title": "3C", "level": "primary"})
    assert empty["staff"] == []
    assert house.admin_client.get(f"/v1/classes/{empty['id']}").json() == empty


def test_lists_inside_a_document_are_filtered_by_who_reads(house: House) -> None:
    seen = {
        name: getattr(house, f"{name}_client").get(f"/v1/students/{house.student}").json()
        for name in ("admin", "sara", "omar")
    }
    guardians = {name: {one["guardian_id"] for one in student["guardians"]} for name, student in seen.items()}
    assert guardians == {
        "admin": {house.sara, house.omar, house.grandmother},
        "sara": {house.sara},
        "omar": {house.omar},
    }


def found(house: House, path: str, **asked: Any) -> set[str]:
    return {one["id"] for one in house.admin_client.get(f"/v1/{path}", params=asked).json()["items"]}


def test_filters_are_equal_contain_or_compare_half_open(house: House) -> None:
    early, late = (
        house.admin_client.made(
            "/v1/calendar-periods", {"name": {"nl": "x"}, "kind": kind, "starts_on": day, "ends_on": "2026-12-31"}
        )["id"]
        for kind, day in (("busy", "2026-10-01"), ("holiday", "2026-11-01"))
    )
    assert found(house, "calendar-periods", kind="holiday") == {late}
    assert found(house, "calendar-periods", starts_on_gte="2026-11-01") == {late}
    assert found(house, "calendar-periods", starts_on_lt="2026-11-01") == {early}
    assert found(house, "calendar-periods", starts_on_gte="2026-10-01", starts_on_lt="2026-11-01", kind="busy") == {
        early
    }
    assert found(house, "calendar-periods", starts_on_gte="2026-10-02", starts_on_lt="2026-11-01") == set()
    somebody = house.admin_client.made(
        "/v1/staff", {"given_name": "C", "family_name": "C", "teaching_days": ["monday"], "languages": ["fr"]}
    )
    assert found(house, "staff", languages="fr") == {somebody["id"]}
    assert found(house, "staff", teaching_days="friday") == {house.anna, house.bram}
    assert found(house, "staff", teaching_days="monday", languages="nl") == {house.anna, house.bram}


def test_a_filter_never_says_who_is_reading() -> None:
    """A membership is filtered by `subject`, which is also a word of who asks."""
    who = asking(Credential("issuer", "sara", frozenset()), Permission.MEMBERSHIPS_READ, "nl")
    statement = STAFF.listing._statement("family_name", ("sourced_id", "languages"), STAFF.query())
    filters = [name for name in statement.names if name not in who]
    assert set(filters) >= {"asked_sourced_id", "asked_languages", "limit"}
    assert not {name.removeprefix("asked_") for name in filters} & set(who)


def test_a_statement_is_compiled_once_for_each_shape() -> None:
    listing = Listing(Document(CalendarPeriodRead, CalendarPeriod), sorts=CALENDAR_PERIODS.listing.sorts)
    first = listing._statement("starts_on", (), PageQuery())
    assert listing._statement("starts_on", (), PageQuery(limit=7)) is first
    others = [PageQuery(cursor="x"), PageQuery(include="total"), PageQuery(lang="all")]
    shapes = {listing._statement("starts_on", (), query).sql for query in others}
    shapes |= {
        listing._statement("-starts_on", (), PageQuery()).sql,
        listing._statement("starts_on", ("kind",), PageQuery()).sql,
        first.sql,
    }
    assert len(shapes) == 6


def test_values_never_stand_in_the_statement() -> None:
    statement = CALENDAR_PERIODS.listing._statement("starts_on", ("kind",), CALENDAR_PERIODS.query(kind="busy"))
    assert "busy" not in statement.sql
    assert statement.arguments(
        {**asking(Credential("i", "s", frozenset()), Permission.CALENDAR_READ, "nl"), "asked_kind": "busy", "limit": 5}
    )


@pytest.mark.parametrize(
    ("document", "language", "read"),
    [
        ({"nl": "a", "fr": "b"}, "fr", "b"),
        ({"nl": "a"}, "fr", "a"),
        ({"x": {"nl": "a", "fr": "b"}, "y": [{"nl": "c"}, 1, None]}, "fr", {"x": "b", "y": ["c", 1, None]}),
        ({"x": {"nl": "a", "fr": "b"}}, None, {"x": {"nl": "a", "fr": "b"}}),
        ({"x": {}, "y": [], "z": {"deep": {}}}, "nl", {"x": {}, "y": [], "z": {"deep": {}}}),
        ([[{"nl": "a"}]], "en", [["a"]]),
        ("plain", "nl", "plain"),
    ],
)
def test_every_text_of_a_document_is_localized_however_deep(
    house: House, document: Any, language: str | None, read: Any
) -> None:
    async def ask() -> Any:
        async with house.database.working_for(house.id) as session:
            statement = text("SELECT localized(CAST(:document AS jsonb), CAST(:language AS text))")
            return (await session.execute(statement, {"document": json.dumps(document), "language": language})).scalar()

    assert house.run(ask()) == read
