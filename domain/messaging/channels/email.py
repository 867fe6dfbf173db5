"""E-mail, over connections that are kept for as long as there is something to send."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import aiosmtplib

from domain.messaging.channels.handing_in import hand_in
from domain.messaging.channels.mail_server import MailServer
from domain.messaging.channels.outward import NotAllowed
from domain.messaging.channels.port import SENT, Answer, Letter, Outcome, failed, later

FOR_GOOD = 500
"""From here on the answer of a mail server is for good."""


class Email:
    """How many go out at once is for who calls."""

    def __init__(self, server: MailServer, sender: str) -> None:
        self._server, self._sender = server, sender
        self._idle: list[aiosmtplib.SMTP] = []

    async def hand_over(self, letter: Letter, about_to: Callable[[], None]) -> Outcome:
        if not letter.to or letter.mail is None:
            return failed("no_address")
        crossed = _Crossing(about_to)
        try:
            async with self._connection() as smtp:
                await hand_in(smtp, self._sender, letter.to, letter.mail, crossed)
        except (aiosmtplib.SMTPException, NotAllowed, OSError, ValueError) as away:
            return _meant_by(away, crossed=crossed.done)
        return SENT

    async def close(self) -> None:
        while self._idle:
            smtp = self._idle.pop()
            smtp.close()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[aiosmtplib.SMTP]:
        """One that serves again afterwards, unless something went wrong on it."""
        smtp = self._idle.pop() if self._idle else None
        if smtp is None or not smtp.is_connected:
            smtp = await self._server.connect()
        try:
            yield smtp
        except BaseException:
            smtp.close()
            raise
        self._idle.append(smtp)


class _Crossing:
    """Remembers whether the point of no return was reached."""

    def __init__(self, about_to: Callable[[], None]) -> None:
        self._about_to, self.done = about_to, False

    def __call__(self) -> None:
        self._about_to()
        self.done = True


def _meant_by(away: Exception, *, crossed: bool) -> Outcome:
    """A server that refuses keeps nothing, also after the point of no return; one that is silent may have kept it."""
    match away:
        case NotAllowed():
            return failed("address_not_allowed")
        case aiosmtplib.SMTPAuthenticationError():
            return later("not_logged_in")
        case aiosmtplib.SMTPResponseException():
            return failed("refused") if away.code >= FOR_GOOD else later("busy")
        case aiosmtplib.SMTPException() | OSError():
            return Outcome(Answer.SENT, "no_answer", confirmed=False) if crossed else later("no_connection")
        case _:
            return failed("no_address")
