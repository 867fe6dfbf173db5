"""Mail servers of the other side, on this machine: a real one that answers as it is told, and one that misbehaves."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope
from house import Run

SILENCE = "silence"
"""As an answer: none."""


class Mailbox:
    """Keeps what it takes. `answers` come first, one for each mail; `refuses` names addresses and what it says."""

    def __init__(self, *, utf8: bool = True, **options: Any) -> None:
        self.kept: list[Envelope] = []
        self.answers: list[str] = []
        self.refuses: dict[str, str] = {}
        self.lines: list[SMTP] = []
        self.url = ""
        self._options = {"enable_SMTPUTF8": utf8, "hostname": "localhost", "ident": "here", **options}

    def connected(self) -> SMTP:
        self.lines.append(SMTP(self, loop=asyncio.get_running_loop(), **self._options))
        return self.lines[-1]

    async def handle_RCPT(self, _: SMTP, __: Any, envelope: Envelope, address: str, _options: Any) -> str:  # noqa: N802
        if address not in self.refuses:
            envelope.rcpt_tos.append(address)
        return self.refuses.get(address, "250 OK")

    async def handle_DATA(self, _server: SMTP, _: Any, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("2") or answer == SILENCE:
            self.kept.append(envelope)
        if answer == SILENCE:
            await asyncio.sleep(60)
        return answer

    def to(self, address: str) -> list[EmailMessage]:
        """What somebody got."""
        found = [message_from_bytes(one.content, policy=default) for one in self.kept if address in one.rcpt_tos]
        return [one for one in found if isinstance(one, EmailMessage)]


@contextmanager
def open_for(run: Run, box: Mailbox, port: int = 0) -> Iterator[Mailbox]:
    """Serving for as long as the block lasts."""

    async def start() -> asyncio.Server:
        return await asyncio.get_running_loop().create_server(box.connected, "127.0.0.1", port)

    async def stop() -> None:
        server.close()
        for line in box.lines:
            if line.transport:
                line.transport.close()
        await asyncio.sleep(0)

    server = run(start())
    box.url = f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield box
    finally:
        run(stop())


USUAL = {"": "220 here", "EHLO": "250 here", "MAIL": "250 OK", "RCPT": "250 OK", "DATA": "354 go on", ".": "250 OK"}
LEAVES = "leaves"
"""As an answer: the connection ends."""


class Rude:
    """Answers each command as it is told."""

    def __init__(self, **said: str) -> None:
        self.said = USUAL | {{"greeting": "", "dot": "."}.get(name, name.upper()): line for name, line in said.items()}
        self.heard: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        verb: str | None = ""
        while verb is not None:
            if self.said.get(verb) == LEAVES:
                return
            writer.write(f"{self.said.get(verb, '502 what?')}\r\n".encode())
            if verb == "DATA" and self.said["DATA"].startswith("354"):
                self.heard.append(await reader.readuntil(b"\r\n.\r\n"))
                verb = "."
            else:
                line = await reader.readline()
                verb = line.split()[0].decode().upper() if line.strip() else None


@contextmanager
def rude(run: Run, server: Rude) -> Iterator[str]:
    """Its URL."""
    started = run(_started(server))
    try:
        yield f"smtp://127.0.0.1:{started.sockets[0].getsockname()[1]}"
    finally:
        run(_stopped([started]))


async def _started(server: Rude) -> asyncio.Server:
    return await asyncio.start_server(server.serve, "127.0.0.1", 0)


async def _stopped(servers: Sequence[asyncio.Server]) -> None:
    for one in servers:
        one.close()
    await asyncio.sleep(0.01)
