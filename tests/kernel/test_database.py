"""The way to PostgreSQL: a role that owns nothing, row security that binds everybody, and connections that forget."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from house import House
from sqlalchemy import text

from domain.kernel.connections import APP_ROLE, APP_SETTINGS
from domain.kernel.database import Database
from domain.kernel.row import PLATFORM, metadata, tenancy
from domain.tables import TABLES

assert TABLES
TENANTS = sorted(table.name for table in metadata.tables.values() if "school_id" in table.c)
SHARED = {table.name for table in metadata.tables.values() if tenancy(table) == "shared"}

Ask = Callable[..., list[Any]]


@pytest.fixture
def owner(database_url: str, run: Callable[[Any], Any]) -> Ask:
    """Asks as the owner of the database."""
    return lambda statement, *values: run(_asked(database_url, {}, statement, *values))


@pytest.fixture
def stranger(database_url: str, run: Callable[[Any], Any]) -> Ask:
    """Asks as the application does, on a new connection that entered no school."""
    return lambda statement, *values: run(_asked(database_url, APP_SETTINGS, statement, *values))


async def _asked(url: str, settings: dict[str, str], statement: str, *values: Any) -> list[Any]:
    connection = await asyncpg.connect(url, server_settings=settings)
    try:
        return await connection.fetch(statement, *values)
    finally:
        await connection.close()


# the role


def test_the_application_is_nobody_special(owner: Ask) -> None:
    [role] = owner("SELECT * FROM pg_roles WHERE rolname = $1", APP_ROLE)
    assert not any(
        role[f"rol{power}"] for power in ("super", "bypassrls", "createdb", "createrole", "replication", "canlogin")
    )
    assert owner("SELECT 1 FROM pg_auth_members WHERE member = $1::regrole", APP_ROLE) == []


def test_the_application_owns_nothing(owner: Ask) -> None:
    owned = "SELECT relname FROM pg_class WHERE relowner = $1::regrole UNION ALL SELECT proname FROM pg_proc WHERE proowner = $1::regrole"  # fmt: skip
    assert owner(owned, APP_ROLE) == []
    assert owner("SELECT nspname FROM pg_namespace WHERE has_schema_privilege($1, oid, 'CREATE') AND nspname IN ('public', 'queue')", APP_ROLE) == []  # fmt: skip


def test_every_connection_serves_as_the_application(house: House) -> None:
    async def roles() -> set[str]:
        async with house.database.reading() as connection:
            reads = await connection.fetchval("SELECT current_user")
        async with house.database.working_for(house.id) as session:
            return {reads, (await session.execute(text("SELECT current_user"))).scalar()}

    assert house.run(roles()) == {APP_ROLE}


def test_a_statement_and_a_lock_have_an_end(stranger: Ask) -> None:
    [row] = stranger("SELECT current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'), current_setting('TimeZone')")  # fmt: skip
    assert list(row) == ["20s", "5s", "1min", "UTC"]


# row security


def test_every_table_is_a_tenants_and_is_secured(owner: Ask) -> None:
    there = owner("SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'")  # fmt: skip
    assert sorted(row["relname"] for row in there) == TENANTS == sorted(metadata.tables)
    assert [row["relname"] for row in there if not (row["relrowsecurity"] and row["relforcerowsecurity"])] == []


def test_every_table_has_a_policy_for_each_deed(owner: Ask) -> None:
    policies = owner(
        "SELECT tablename, cmd, roles, permissive, qual, with_check FROM pg_policies WHERE schemaname = 'public'"
    )
    found: dict[str, set[str]] = {}
    for policy in policies:
        found.setdefault(policy["tablename"], set()).add(policy["cmd"])
        assert "app.school_id" in f"{policy['qual']} {policy['with_check']}"
        assert (policy["with_check"] is not None) == (policy["cmd"] in {"INSERT", "UPDATE"})
    assert found == {table: {"SELECT", "INSERT", "UPDATE", "DELETE"} for table in TENANTS}


def test_nothing_goes_around_row_security(owner: Ask) -> None:
    """Views run as their owner; a function with SECURITY DEFINER does too."""
    assert (
        owner("SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace")
        == []
    )
    definers = "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace IN ('public'::regnamespace, 'queue'::regnamespace)"
    assert owner(definers) == []


def test_every_key_that_points_to_a_row_stays_within_the_school(owner: Ask) -> None:
    """Row security does not check foreign keys. Keys into the library name the platform by a column of their own."""
    keys = owner("""
        SELECT conname, conrelid::regclass::text AS of, confrelid::regclass::text AS to,
               (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey)) AS columns,
               (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = confrelid AND attnum = ANY (confkey)) AS targets
        FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    """)
    assert len(keys) > len(TENANTS)
    for key in keys:
        assert "school_id" in key["targets"], key["conname"]
        assert {"school_id", "library_id"} & set(key["columns"]), key["conname"]
    assert {key["of"] for key in keys if key["to"] == "schools"} == set(TENANTS) - {"schools"}


def test_no_unique_value_tells_that_another_school_has_it(owner: Ask) -> None:
    unique = owner("""
        SELECT indexrelid::regclass::text AS name,
               (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = indrelid AND attnum = ANY (indkey)) AS columns
        FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
        WHERE indisunique AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
    """)
    assert [row["name"] for row in unique if "school_id" not in row["columns"]] == []


def test_who_entered_no_school_sees_and_writes_nothing(house: House, stranger: Ask) -> None:
    house.admin_client.made("/v1/rooms", {"name": "A"})
    everything = " UNION ALL ".join(f"SELECT DISTINCT '{table}' AS name, school_id FROM {table}" for table in TENANTS)
    for row in stranger(everything):
        assert (row["name"] in SHARED, row["school_id"]) == (True, PLATFORM)
    for statement in (
        "INSERT INTO rooms (school_id, id, name, capacity, step_free) VALUES ($1, $2, 'x', 1, true)",
        "INSERT INTO stamps (school_id, subject, value) VALUES ($1, $2::uuid::text, 1)",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
            stranger(statement, house.id, uuid4())
    assert stranger("UPDATE rooms SET name = 'x' RETURNING id") == []
    assert stranger("DELETE FROM rooms RETURNING id") == []


def test_a_session_of_a_school_sees_that_school_only(house: House, other_house: House) -> None:
    async def seen() -> dict[str, set[UUID]]:
        async with house.database.working_for(house.id) as session:
            return {
                table: set((await session.execute(text(f"SELECT DISTINCT school_id FROM {table}"))).scalars())
                for table in TENANTS
            }

    for table, schools in house.run(seen()).items():
        assert schools <= ({house.id, PLATFORM} if table in SHARED else {house.id}), table
    assert other_house.id != house.id


WRITES = [
    "INSERT INTO rooms (school_id, id, name, capacity, step_free) VALUES (:other, gen_random_uuid(), 'x', 1, true)",
    "UPDATE rooms SET school_id = :other",
    "INSERT INTO memberships (school_id, id, issuer, subject, role, scopes) VALUES (:other, gen_random_uuid(), 'i', 's', 'administrator', '[]')",
    "INSERT INTO claims (school_id, resource_id, cell, kind, holder_id) VALUES (:other, gen_random_uuid(), 1, 'room', gen_random_uuid())",
    "UPDATE students SET school_id = :other",
]  # fmt: skip


@pytest.mark.parametrize("statement", WRITES)
@pytest.mark.parametrize("whose", ["another", "the platform's"])
def test_a_session_of_a_school_writes_in_that_school_only(
    house: House, other_house: House, statement: str, whose: str
) -> None:
    other = other_house.id if whose == "another" else PLATFORM

    async def write() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(text(statement), {"other": other})

    with pytest.raises(Exception, match="row-level security"):
        house.run(write())


def test_a_session_of_a_school_cannot_change_the_library(house: House) -> None:
    async def change(statement: str) -> int:
        async with house.database.working_for(house.id) as session:
            return (await session.execute(text(statement))).rowcount  # type: ignore[no-any-return, attr-defined]

    assert house.run(change("SELECT 1 FROM questions")) != 0
    assert house.run(change(f"UPDATE questions SET position = 7 WHERE school_id = '{PLATFORM}'")) == 0
    assert house.run(change(f"DELETE FROM questions WHERE school_id = '{PLATFORM}'")) == 0


# connections forget


async def _schools_left(database: Database) -> set[Any]:
    """What the connections of both pools remember when nobody uses them."""
    ask = "SELECT current_setting('app.school_id', true), current_setting('app.subject', true)"
    reads = [await database.pool.acquire() for _ in range(database._read_count)]
    left = [value for connection in reads for value in await connection.fetchrow(ask)]
    for connection in reads:
        await database.pool.release(connection)
    writes = [await database.engine.connect() for _ in range(database.engine.pool.size())]  # type: ignore[attr-defined]
    for connection in writes:
        left += (await connection.execute(text(ask))).one()
        await connection.close()
    return set(left)


def test_a_connection_forgets_its_school_after_every_request(house: House, other_house: House) -> None:
    requests = [
        ("GET", "/v1/rooms", {}),
        ("GET", f"/v1/rooms/{uuid4()}", {}),
        ("GET", "/v1/rooms?cursor=x", {}),
        ("POST", "/v1/rooms", {"json": {"name": "A"}}),
        ("POST", "/v1/schools", {"json": {"name": "A", "levels": ["primary"]}}),
        ("POST", f"/v1/students/{house.student}/guardianships", {"json": {"guardian_id": str(uuid4())}}),
    ]
    for client in (house.admin_client, other_house.sara_client):
        client.together(*requests, *requests)
    assert house.run(_schools_left(house.database)) <= {"", None}


def test_many_readers_and_writers_share_few_connections(house: House) -> None:
    requests = [("GET", "/v1/rooms", {}), ("POST", "/v1/households", {"json": {"label": "A"}})] * 15
    assert {answer.status_code for answer in house.admin_client.together(*requests)} == {200, 201}


def test_a_request_that_is_called_off_gives_its_connection_back(house: House) -> None:
    """Cancelling a task in the middle of a statement has leaked connections before (SQLAlchemy #8145)."""
    database = house.database

    async def asleep_reading() -> None:
        async with database.reading() as connection:
            await connection.execute("SELECT pg_sleep(10)")

    async def asleep_writing() -> None:
        async with database.working_for(house.id) as session:
            await session.execute(text("SELECT pg_sleep(10)"))

    async def call_off(asleep: Callable[[], Awaitable[None]]) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asleep(), 0.05)

    async def many() -> None:
        for asleep in (asleep_reading, asleep_writing):
            await asyncio.gather(*(call_off(asleep) for _ in range(6)))

    house.run(many())
    requests = [("GET", "/v1/rooms", {}), ("POST", "/v1/households", {"json": {"label": "A"}})] * 8
    assert {answer.status_code for answer in house.admin_client.together(*requests)} == {200, 201}
    assert house.run(_schools_left(database)) <= {"", None}


def test_waiting_readers_are_served_in_their_order(house: House) -> None:
    database, order = house.database, []

    async def read(number: int) -> None:
        async with database.reading() as connection:
            order.append(number)
            await connection.execute("SELECT pg_sleep(0.002)")

    async def all_at_once() -> None:
        await asyncio.gather(*(read(number) for number in range(20)))

    house.run(all_at_once())
    assert order == sorted(order)
