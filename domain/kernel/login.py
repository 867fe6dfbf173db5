"""The login of API and worker. Imported by the command line only."""

from urllib.parse import unquote, urlsplit

import asyncpg

from domain.kernel.connections import APP_ROLE


async def create_login(owner_url: str, app_url: str) -> None:
    """Make, or set right, the login of API and worker: a member of the application's role and nothing more."""
    wanted = urlsplit(app_url)
    name, password = unquote(wanted.username or ""), unquote(wanted.password or "")
    connection = await asyncpg.connect(owner_url)
    try:
        exists = await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", name)
        verb = "ALTER" if exists else "CREATE"
        statement = await connection.fetchval(
            "SELECT format('%s ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION "
            "PASSWORD %L', $1::text, $2::text, $3::text)",
            verb,
            name,
            password,
        )
        await connection.execute(statement)
        grant = await connection.fetchval("SELECT format('GRANT %I TO %I', $1::text, $2::text)", APP_ROLE, name)
        await connection.execute(grant)
    finally:
        await connection.close()
