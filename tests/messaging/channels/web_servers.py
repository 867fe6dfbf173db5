"""A web server of the other side, on this machine: a gateway or a school platform, as it is told."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from house import Run

DRIPS, LEAVES = -1, -2
"""As an answer: it never ends; it never begins."""


@dataclass
class Asked:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def content(self) -> Any:
        return json.loads(self.body)


class Web:
    """Takes everything with 200 unless told otherwise."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.answers: list[int] = []
        self.usual = 200
        self.connections = 0
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/in"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError, IndexError):
            while True:
                self.asked.append(await _request(reader))
                status = self.answers.pop(0) if self.answers else self.usual
                if status == LEAVES:
                    break
                await _answer(writer, status)
        writer.close()


async def _request(reader: asyncio.StreamReader) -> Asked:
    path = (await reader.readline()).split()[1].decode()
    headers: dict[str, str] = {}
    while line := (await reader.readline()).decode().strip():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    return Asked(path, headers, await reader.readexactly(int(headers.get("content-length", 0))))


async def _answer(writer: asyncio.StreamWriter, status: int) -> None:
    if status == DRIPS:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n")
        while True:
            writer.write(b".")
            await writer.drain()
            await asyncio.sleep(0.02)
    location = b"location: http://127.0.0.1:1/elsewhere\r\n"
    writer.write(b"HTTP/1.1 %d Said\r\n%scontent-length: 4\r\n\r\ntold" % (status, location))
    await writer.drain()


@contextmanager
def web_server(run: Run) -> Iterator[Web]:
    web = Web()

    async def start() -> asyncio.Server:
        return await asyncio.start_server(web.serve, "127.0.0.1", 0)

    async def stop() -> None:
        server.close()
        await asyncio.sleep(0)

    server = run(start())
    web.port = server.sockets[0].getsockname()[1]
    try:
        yield web
    finally:
        run(stop())
