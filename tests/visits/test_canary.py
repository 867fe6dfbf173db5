"""An address that is nowhere else in the world: only the visitors and the family ever find it (R30)."""

import json
from collections.abc import Iterator

import pytest
from house import House
from isolation.operations import operations
from sqlalchemy import text
from visits.asked import YES, agreed, asked, at, going, noting, planned, under_way

CANARY = "Zilverkanariestraat"
ROLES = ("admin", "coordinator", "anna", "bram", "sara", "omar", "grandmother", "student", "interpreter", "system")
GETS = sorted({operation.path for operation in operations().values() if operation.method == "GET"})


def tables_that_hold_it(house: House) -> set[str]:
    """Of all that the database keeps of this school, as text: events, messages, kept answers, claims and the rest."""

    async def look() -> set[str]:
        async with house.database.working_for(house.id) as session:
            names = (await session.execute(text(_TABLES))).scalars().all()
            found = [(name, await session.scalar(text(_HOLDS.format(name)), {"it": f"%{CANARY}%"})) for name in names]
            return {name for name, holds in found if holds}

    return house.run(look())  # type: ignore[no-any-return]


_TABLES = """
    SELECT table_name FROM information_schema.columns WHERE column_name = 'school_id' AND table_schema = 'public'
"""
_HOLDS = "SELECT EXISTS (SELECT FROM {0} WHERE {0}::text LIKE :it)"


def readers(house: House, path: str) -> set[str]:
    """Who of the house finds it there."""
    return {role for role in ROLES if CANARY in getattr(house, f"{role}_client").get(path).text}


def test_only_visitors_and_family_read_it_and_only_until_the_visit_is_over(house: House) -> None:
    visit = agreed(house)
    where = at(visit, "address")
    assert readers(house, where) == {"sara"}
    house.anna_client.made(at(visit, "plan"), going(house))
    assert readers(house, where) == {"sara", "anna", "interpreter"}
    assert house.anna_client.get(where).headers["cache-control"] == "private, no-store"
    house.anna_client.made(at(visit, "check-in"))
    assert readers(house, where) == {"sara", "anna", "interpreter"}
    assert house.anna_client.post(at(visit, "check-out")).status_code == 204
    assert readers(house, where) == set()
    assert tables_that_hold_it(house) == set()


def test_it_is_kept_in_one_place_only(house: House) -> None:
    visit, key = asked(house), {"Idempotency-Key": "kept"}
    assert CANARY not in house.sara_client.post(at(visit, "answer"), YES, headers=key).text
    for deed, body in (("plan", going(house)), ("check-in", None)):
        assert CANARY not in house.anna_client.post(at(visit, deed), body, headers=key | {"Idempotency-Key": deed}).text
    assert tables_that_hold_it(house) == {"home_visit_addresses"}
    house.heard()
    house.sara_client.made(at(visit, "withdraw"))
    assert tables_that_hold_it(house) == set()


@pytest.mark.parametrize("end", ["cancel", "withdraw"])
def test_it_goes_when_the_visit_does(house: House, end: str) -> None:
    visit = planned(house)
    (house.sara_client if end == "withdraw" else house.anna_client).made(at(visit, end))
    assert tables_that_hold_it(house) == set()


def test_a_refused_answer_does_not_echo_it(house: House) -> None:
    visit = asked(house)
    for wrong in ({"place": "elsewhere"}, {"address": YES["address"] | {"postal_code": CANARY * 2}}, {"says": "no"}):
        refused = house.sara_client.post(at(visit, "answer"), {**YES, **wrong})
        assert (refused.status_code, CANARY in refused.text) == (422, False)


def filled(house: House, visit_id: str) -> Iterator[str]:
    """The address of every GET, with ids under which something of this visit could be found."""
    of = {"students": house.student, "guardians": house.sara, "staff": house.anna, "households": house.sara_household}
    of |= {"classes": house.first_class, "interpreters": house.interpreter, "academic-sessions": house.year}
    day = json.dumps(noting()["took_place_on"]).strip('"')
    for path in GETS:
        known = next((row_id for noun, row_id in of.items() if f"/{noun}/{{" in path), visit_id)
        names = [part.partition("}")[0] for part in path.split("{")[1:]]
        yield path.format(**dict.fromkeys(names, known)) + (f"?date={day}" if path.endswith("/plan") else "")


@pytest.mark.slow
def test_no_get_of_anybody_tells_it(house: House) -> None:
    visit = under_way(house)
    paths = list(filled(house, visit["id"]))
    assert len(paths) > 100
    found = {(path, role) for path in paths if "/jobs/" not in path for role in readers(house, path)}
    assert found == {(at(visit, "address"), role) for role in ("sara", "anna", "interpreter")}
