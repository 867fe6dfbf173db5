"""One e-mail transaction, with a known point of no return: the line with a single dot that ends it.

The library writes that line together with the mail. Here it goes out by itself, once everything before it has left
this process: until then a server throws away what it got, and from then on it keeps it.
"""

import asyncio
import re
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP as ON_THE_WIRE

import aiosmtplib

_STARTS_WITH_DOT = re.compile(rb"(?m)^\.")
GO_ON, KEPT, NO_SUCH_ADDRESS = 354, range(200, 300), 553


async def hand_in(
    smtp: aiosmtplib.SMTP, sender: str, to: str, mail: EmailMessage, about_to: Callable[[], None]
) -> None:
    """To one recipient; returns once the server said that it keeps the mail.

    Raises:
        aiosmtplib.SMTPException, OSError: when it does not.
    """
    beyond_ascii = not (sender + to).isascii()
    if beyond_ascii and not smtp.supports_extension("smtputf8"):
        raise aiosmtplib.SMTPRecipientRefused(NO_SUCH_ADDRESS, "SMTPUTF8 is not offered", to)
    encoding = "utf-8" if beyond_ascii else "ascii"
    content = mail.as_bytes(policy=ON_THE_WIRE.clone(utf8=beyond_ascii, cte_type="8bit" if beyond_ascii else "7bit"))
    await smtp.mail(sender, options=["SMTPUTF8", "BODY=8BITMIME"] if beyond_ascii else [], encoding=encoding)
    await smtp.rcpt(to, encoding=encoding)
    answer = await smtp.execute_command(b"DATA")
    if answer.code != GO_ON:
        raise aiosmtplib.SMTPDataError(answer.code, answer.message)
    await _send(smtp, content)
    answer = await _end(smtp, about_to)
    if answer.code not in KEPT:
        raise aiosmtplib.SMTPDataError(answer.code, answer.message)


async def _send(smtp: aiosmtplib.SMTP, content: bytes) -> None:
    transport, protocol = smtp.transport, smtp.protocol
    if not isinstance(transport, asyncio.Transport) or protocol is None:
        raise aiosmtplib.SMTPServerDisconnected("gone")
    transport.set_write_buffer_limits(0)
    protocol.write(_STARTS_WITH_DOT.sub(b"..", content) + (b"" if content.endswith(b"\r\n") else b"\r\n"))
    async with asyncio.timeout(smtp.timeout):
        await protocol._drain_helper()  # noqa: SLF001 - a stream writer of our own would close the connection as it goes


async def _end(smtp: aiosmtplib.SMTP, about_to: Callable[[], None]) -> aiosmtplib.SMTPResponse:
    if smtp.protocol is None or not smtp.protocol.is_connected:
        raise aiosmtplib.SMTPServerDisconnected("gone")
    about_to()
    smtp.protocol.write(b".\r\n")
    return await smtp.protocol.read_response(timeout=smtp.timeout)
