"""What is wrong with this installation, and how to mend it."""

from dataclasses import dataclass

import asyncpg

from api.first_run import database_of
from domain.kernel.connections import APP_ROLE, APP_SETTINGS
from domain.kernel.settings import Settings

OLDEST = 150_000
"""PostgreSQL 15, as `server_version_num` says it."""


@dataclass(frozen=True)
class Finding:
    """Something that was looked at; `mend` says what to do when it is not well."""

    what: str
    ok: bool
    mend: str = ""


async def examine(settings: Settings) -> list[Finding]:
    """Look at files, database, role and content; nothing is changed."""
    findings = [
        Finding("seed_content/ is there", settings.content.is_dir(), "run from the project folder"),
        Finding("alembic/ is there", settings.migrations.is_dir(), "run from the project folder"),
        _issuers(settings),
    ]
    with database_of(settings) as url:
        try:
            connection = await asyncpg.connect(url, timeout=10)
        except (OSError, asyncpg.PostgresError, TimeoutError) as away:
            return [
                *findings,
                Finding("the database answers", ok=False, mend=f"check DATABASE_URL ({type(away).__name__})"),
            ]
        try:
            return [*findings, Finding("the database answers", ok=True), *await _database(connection, url)]
        finally:
            await connection.close()


def _issuers(settings: Settings) -> Finding:
    well = bool(settings.issuers) or not settings.production
    return Finding("somebody issues tokens", well, "name your identity provider in ISSUERS")


async def _database(connection: asyncpg.Connection, url: str) -> list[Finding]:
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
