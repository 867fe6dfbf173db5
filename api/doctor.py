"""What is wrong with this installation, and how to mend it."""

import asyncpg
from aiosmtplib import SMTPException

from api.chosen_database import database_of
from api.database_findings import findings_in
from api.finding import Finding
from domain.kernel.settings import Settings
from domain.messaging.channels.mail_server import MailServer
from domain.messaging.channels.outward import NotAllowed, Reach


async def examine(settings: Settings) -> list[Finding]:
    """Look at files, database, role and content; nothing is changed."""
    findings = [
        Finding("seed_content/ is there", settings.content.is_dir(), "run from the project folder"),
        Finding("alembic/ is there", settings.migrations.is_dir(), "run from the project folder"),
        _issuers(settings),
        await _mail(settings),
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


async def _mail(settings: Settings) -> Finding:
    if not settings.smtp_url:
        return Finding("e-mail can leave", not settings.production, "name your mail server in SMTP_URL")
    reach = Reach.ANYWHERE if settings.production else Reach.HERE
    try:
        smtp = await MailServer.of(settings.smtp_url, reach).connect()
    except (NotAllowed, OSError, ValueError, SMTPException) as away:
        return Finding("the mail server answers", ok=False, mend=f"check SMTP_URL ({type(away).__name__})")
    smtp.close()
    return Finding("the mail server answers", ok=True)


def _issuers(settings: Settings) -> Finding:
    well = bool(settings.issuers) or not settings.production
    return Finding("somebody issues tokens", well, "name your identity provider in ISSUERS")
