"""Where e-mail is handed in: the setting, and a connection to it."""

from dataclasses import dataclass
from typing import Self
from urllib.parse import unquote, urlsplit

import aiosmtplib

from domain.messaging.channels.outward import Reach, connected

TIMEOUT_SECONDS = 30
_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    host: str
    port: int
    scheme: str
    user: str | None
    password: str | None
    reach: Reach

    @classmethod
    def of(cls, url: str, reach: Reach) -> Self:
        """From `smtp://host:25`, `smtp+starttls://user:password@host:587` or `smtps://user:password@host`.

        Raises:
            ValueError: when it is none of these.
        """
        asked = urlsplit(url)
        if asked.scheme not in _PORTS or not asked.hostname:
            raise ValueError("SMTP_URL is smtp://…, smtp+starttls://… or smtps://… with a host")
        user, password = (part and unquote(part) for part in (asked.username, asked.password))
        return cls(asked.hostname, asked.port or _PORTS[asked.scheme], asked.scheme, user, password, reach)

    async def connect(self) -> aiosmtplib.SMTP:
        """Greeted, with TLS and login where they are asked.

        Raises:
            OSError, aiosmtplib.SMTPException: when it does not answer. NotAllowed: as `outward`.
        """
        smtp = aiosmtplib.SMTP(
            hostname=self.host,
            sock=await connected(self.host, self.port, self.reach),
            username=self.user,
            password=self.password,
            use_tls=self.scheme == "smtps",
            start_tls=self.scheme == "smtp+starttls",
            timeout=TIMEOUT_SECONDS,
            local_hostname="localhost" if self.reach is Reach.HERE else None,
        )
        await smtp.connect()
        await smtp._ehlo_or_helo_if_needed()  # noqa: SLF001 - else nobody knows yet what the server can
        return smtp
