"""E-mail, over connections that are kept for as long as there is something to send."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import aiosmtplib

from domain.messaging.channels.handing_in import hand_in
from domain.messaging.channels.mail_server import MailServer
from domain.messaging.channels.outward import NotAllowed
from domain.messaging.channels.port import NO_CONNECTION, SENT, Crossing, Letter, Outcome, failed, later, unanswered

REFUSES = dict.fromkeys(range(400, 500), later("busy")) | dict.fromkeys(range(500, 600), failed("refused"))
"""What a mail server means when it does not take a letter."""


class Email:
    """How many go out at once is for who calls."""

    def __init__(self, server: MailServer, sender: str) -> None:
        self._server, self._sender = server, sender
        self._idle: list[aiosmtplib.SMTP] = []

    async def hand_over(self, letter: Letter, crossing: Crossing) -> Outcome:
        if not letter.to or letter.mail is None:
            return failed("no_address")
        try:
            async with self._connection() as smtp:
                await hand_in(smtp, self._sender, letter.to, letter.mail, crossing)
        except (aiosmtplib.SMTPException, NotAllowed, OSError, ValueError) as away:
            return _meant_by(away, crossing)
        return SENT

    async def close(self) -> None:
        while self._idle:
            smtp = self._idle.pop()
            smtp.close()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[aiosmtplib.SMTP]:
        """One that serves again afterwards, unless something went wrong on it."""
        smtp = await self._one_that_listens() or await self._server.connect()
        try:
            yield smtp
        except BaseException:
            smtp.close()
            raise
        self._idle.append(smtp)

    async def _one_that_listens(self) -> aiosmtplib.SMTP | None:
        """A server lets go of who is silent for long, and we hear of it when we ask."""
        while self._idle:
            smtp = self._idle.pop()
            with suppress(aiosmtplib.SMTPException, OSError):
                await smtp.noop()
                return smtp
            smtp.close()
        return None


def _meant_by(away: Exception, crossing: Crossing) -> Outcome:
    """A server that refuses keeps nothing, also after the point of no return; one that says nothing, or nothing that
    can be read, may have kept it. One that refuses us all says nothing about this letter."""
    match away:
        case NotAllowed():
            return failed("address_not_allowed")
        case aiosmtplib.SMTPAuthenticationError() | aiosmtplib.SMTPHeloError() | aiosmtplib.SMTPSenderRefused():
            return later("not_welcome")
        case aiosmtplib.SMTPConnectError():
            return later(NO_CONNECTION)
        case aiosmtplib.SMTPResponseException() if away.code in REFUSES:
            return REFUSES[away.code]
        case aiosmtplib.SMTPException() | OSError():
            return unanswered(NO_CONNECTION, crossing)
        case _:
            return failed("no_address")
