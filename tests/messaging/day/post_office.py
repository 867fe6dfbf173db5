"""A mail server in a process of its own: `python post_office.py PORT FILE BUSY`.

What it keeps, it writes down before it answers. BUSY is how often it says so, before a mail and again at its end. On SIGTERM it
takes no more, and finishes what it has; `kill -9` is what it does not survive, what it wrote down does.
"""

import asyncio
import json
import os
import signal
import sys
from email.parser import BytesHeaderParser
from pathlib import Path
from random import Random
from typing import Any

from aiosmtpd.smtp import SMTP

SEED = 1
SLOWEST_SECONDS = 0.01
"""Between writing down and answering: here a worker may die."""
LAST_SECONDS = 0.5


class Clerk:
    """Takes mails, and writes down what becomes of each."""

    def __init__(self, path: Path, busy: float) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        self._chance, self._busy, self.is_closing = Random(SEED), busy, False

    async def handle_MAIL(self, _: Any, __: Any, envelope: Any, address: str, ___: Any) -> str:  # noqa: N802
        if self.is_closing:
            return "421 closing"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, _: Any, __: Any, envelope: Any, address: str, ___: Any) -> str:  # noqa: N802
        if self._chance.random() < self._busy:
            return "450 busy"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:  # noqa: N802
        mail, is_kept = BytesHeaderParser().parsebytes(envelope.content), self._chance.random() >= self._busy
        note = {"kept": is_kept, "to": envelope.rcpt_tos, "id": mail["Message-ID"], "subject": mail["Subject"]}
        os.write(self._file, json.dumps(note).encode() + b"\n")
        await asyncio.sleep(self._chance.random() * SLOWEST_SECONDS)
        return "250 kept" if is_kept else "451 busy"


async def serve(port: int, path: Path, busy: float) -> None:
    loop, clerk, closing = asyncio.get_running_loop(), Clerk(path, busy), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, closing.set)
    server = await loop.create_server(lambda: SMTP(clerk, hostname="localhost", loop=loop), "127.0.0.1", port)
    await closing.wait()
    server.close()
    clerk.is_closing = True
    await asyncio.sleep(LAST_SECONDS)


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])))
