"""What is wrong with this installation, and how to mend it."""

import asyncpg

from api.chosen_database import database_of
from api.database_findings import findings_in
from api.finding import Finding
from domain.kernel.settings import Settings


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
            return [*findings, Finding("the database answers", ok=True), *await findings_in(connection, url)]
        finally:
            await connection.close()


def _issuers(settings: Settings) -> Finding:
    well = bool(settings.issuers) or not settings.production
    return Finding("somebody issues tokens", well, "name your identity provider in ISSUERS")
