"""Lists: every row once, in order, whatever the size of the pages, and always in one statement."""

import base64
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from house import House
from listening import listening

from domain.families.models.guardians import Guardian
from domain.families.models.guardianships import Guardianship
from domain.families.models.students import Student
from domain.school.models.rooms import Room

NAMES = ["Aula", "Bib", "Bib", "Bib", "Bib", "Bib", "Bib", "Bib", "Refter", "Zolder"]
"""Equal names across the borders of pages."""


@pytest.fixture
def rooms(house: House) -> list[tuple[str, str]]:
    """Name and id of each room of the house, in their order."""

    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            session.add_all(Room(school_id=house.id, name=name) for name in NAMES)

    house.run(keep())
    items = house.admin_client.get("/v1/rooms?limit=200").json()["items"]
    assert len(items) == len(NAMES) + 1
    return sorted((room["name"], room["id"]) for room in items)


def walked(house: House, url: str) -> list[list[dict[str, Any]]]:
    """All pages, by following `Link`."""
    pages = []
    following: str | None = url
    while following:
        answer = house.admin_client.get(following)
        pages.append(answer.json()["items"])
        following = answer.links.get("next", {}).get("url")
        cursor = answer.json()["next_cursor"]
        assert (cursor is None) == (following is None)
        if following:
            given = parse_qs(urlsplit(following).query)
            assert given.pop("cursor") == [cursor]
            assert given == {name: said for name, said in parse_qs(urlsplit(url).query).items() if name != "cursor"}
    return pages


@pytest.mark.parametrize("limit", [1, 3, 4, 11, 200])
@pytest.mark.parametrize("sort", ["name", "-name"])
def test_pages_lose_and_repeat_nothing(house: House, rooms: list[tuple[str, str]], limit: int, sort: str) -> None:
    pages = walked(house, f"/v1/rooms?limit={limit}&sort={sort}")
    seen = [(room["name"], room["id"]) for page in pages for room in page]
    assert seen == (rooms[::-1] if sort == "-name" else rooms)
    assert [len(page) for page in pages[:-1]] == [limit] * (len(pages) - 1)
    assert 0 < len(pages[-1]) <= limit


def test_a_page_stays_in_place_when_rows_come_before_it(house: House, rooms: list[tuple[str, str]]) -> None:
    first = house.admin_client.get("/v1/rooms?limit=4").json()
    house.admin_client.made("/v1/rooms", {"name": "Aaa"})
    second = house.admin_client.get(f"/v1/rooms?limit=4&cursor={first['next_cursor']}").json()
    assert [room["id"] for room in first["items"] + second["items"]] == [key for _, key in rooms[:8]]


def test_a_total_comes_when_asked_and_counts_the_whole_list(house: House, rooms: list[tuple[str, str]]) -> None:
    assert "total" not in house.admin_client.get("/v1/rooms").json()
    assert house.admin_client.get("/v1/rooms?include=total&limit=2").json()["total"] == len(rooms)
    assert house.admin_client.get("/v1/students?include=total&level=nursery").json() == {"items": [], "next_cursor": None, "total": 0}  # fmt: skip
    assert house.anna_client.get("/v1/students?include=total").json()["total"] == 1, "of what Anna may see"


def test_a_page_has_fifty_rows_when_nothing_is_said(house: House) -> None:
    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            session.add_all(Room(school_id=house.id, name=f"R{number}") for number in range(60))

    house.run(keep())
    assert len(house.admin_client.get("/v1/rooms").json()["items"]) == 50
    assert len(house.admin_client.get("/v1/rooms?limit=200").json()["items"]) == 61


@pytest.mark.parametrize("limit", ["0", "-1", "201", "1.5", "x", "1e2", "99999999999999999999", ""])
def test_a_limit_has_bounds(house: House, limit: str) -> None:
    answer = house.admin_client.get(f"/v1/rooms?limit={limit}")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "?limit")


def made_up(*values: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "AAAA",
        made_up(),
        made_up("a"),
        made_up("a", "b"),
        made_up("a", None),
        made_up("a", 7),
        made_up("a", "b", "c"),
        made_up("2026-09-01"),
        made_up("not a day", str(UUID(int=7))),
        made_up("\0", str(UUID(int=7))),
        made_up("\ud800", str(UUID(int=7))),
        made_up("x" * 300, str(UUID(int=7))),
        made_up(1e400, str(UUID(int=7))),
        base64.urlsafe_b64encode(b"[" * 300).decode().rstrip("="),
        base64.urlsafe_b64encode(b"\xff\xfe").decode().rstrip("="),
    ],
)
def test_a_cursor_of_ones_own_making_is_refused(house: House, cursor: str) -> None:
    answer = house.admin_client.get(f"/v1/academic-sessions?cursor={cursor}")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_cursor")
    assert answer.json()["errors"][0]["pointer"] == "?cursor"


def test_a_cursor_of_another_list_is_refused_or_harmless(house: House, other_house: House, rooms: Any) -> None:
    cursor = house.admin_client.get("/v1/rooms?limit=1").json()["next_cursor"]
    assert house.admin_client.get(f"/v1/academic-sessions?cursor={cursor}").status_code == 422
    seen = other_house.admin_client.get(f"/v1/rooms?cursor={cursor}").json()["items"]
    assert {room["id"] for room in seen} <= {other_house.room}


def test_a_sort_is_one_of_those_named(house: House) -> None:
    answer = house.admin_client.get("/v1/rooms?sort=capacity", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.json()["errors"]) == (422, [{"pointer": "?sort", "code": "bad_sort", "detail": "This list cannot be sorted by this field. It can by: name."}])  # fmt: skip


def test_a_list_is_one_statement_for_one_row_and_for_thirty(house: House) -> None:
    """Students carry lists of classes and guardians inside."""

    async def keep(number: int) -> None:
        async with house.database.working_for(house.id) as session:
            for _ in range(number):
                student = Student(
                    school_id=house.id, given_name="Mila", family_name="A", level="primary", external_ids=[]
                )
                guardian = Guardian(
                    school_id=house.id,
                    given_name="Eva",
                    family_name="A",
                    reading_comfort="reads_easily",
                    languages=[],
                    external_ids=[],
                )
                session.add_all([student, guardian])
                await session.flush()
                session.add(
                    Guardianship(
                        school_id=house.id, student_id=student.id, guardian_id=guardian.id, relationship="mother"
                    )
                )

    with listening(house) as said:
        assert len(house.admin_client.get("/v1/students?limit=1").json()["items"]) == 1
    assert len(said) == 1
    house.run(keep(30))
    with listening(house) as said:
        items = house.admin_client.get("/v1/students?limit=100&include=total").json()["items"]
    assert sum(len(student["guardians"]) for student in items) >= 30
    assert len(said) == 1


def test_a_single_row_is_one_statement(house: House) -> None:
    with listening(house) as said:
        house.admin_client.get(f"/v1/students/{house.student}")
    assert len(said) == 1
