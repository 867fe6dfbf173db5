"""What is wrong with the database of this installation."""

import asyncpg

from api.finding import Finding
from domain.kernel.connections import APP_ROLE, APP_SETTINGS

OLDEST = 150_000
"""PostgreSQL 15, as `server_version_num` says it."""


async def findings_in(connection: asyncpg.Connection, url: str) -> list[Finding]:
    version = int(await connection.fetchval("SHOW server_version_num"))
    migrated = await connection.fetchval("SELECT to_regclass('alembic_version') IS NOT NULL")
    findings = [
        Finding("PostgreSQL is 15 or newer", version >= OLDEST, "use a newer server"),
        Finding("the tables are there", migrated, "samenspraak migrate"),
    ]
    return findings + (await _as_application(url) if migrated else [])


async def _as_application(url: str) -> list[Finding]:
    try:
        connection = await asyncpg.connect(url, server_settings=APP_SETTINGS, timeout=10)
    except asyncpg.PostgresError:
        return [Finding(f"the login may act as {APP_ROLE}", ok=False, mend=f"GRANT {APP_ROLE} TO this login")]
    try:
        role = await connection.fetchrow("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        owned = await connection.fetchval("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        forced = await connection.fetchval(_UNFORCED)
        library = await connection.fetchval("SELECT count(*) FROM meeting_types")
    finally:
        await connection.close()
    return [
        Finding("the application's role obeys row security", not (role["rolsuper"] or role["rolbypassrls"]), _OBEY),
        Finding("the application's role owns no table", owned == 0, "let another role run the migrations"),
        Finding("row security is forced on every table of a school", forced == 0, "samenspraak migrate"),
        Finding("the shared library is loaded", library > 0, "samenspraak seed"),
    ]


_OBEY = f"ALTER ROLE {APP_ROLE} NOSUPERUSER NOBYPASSRLS"
_UNFORCED = """
    SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'school_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relforcerowsecurity
"""
