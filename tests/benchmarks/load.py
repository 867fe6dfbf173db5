"""A load of HTTP requests over kept-alive connections, and how long each took. Bounded in count; loopback only."""

import asyncio
import time
from dataclasses import dataclass
from itertools import cycle, islice


@dataclass(frozen=True)
class Request:
    """One request as bytes on the wire, and the status it must get."""

    raw: bytes
    status: int = 200


def request(method: str, path: str, headers: dict[str, str], body: bytes = b"", status: int = 200) -> Request:
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return Request("\r\n".join(lines).encode() + b"\r\n\r\n" + body, status)


async def send(port: int, requests: list[Request], count: int, connections: int = 32) -> list[float]:
    """Seconds of each of `count` requests, sent over this many connections.

    Raises:
        AssertionError: when an answer has another status than its request expects.
    """
    waiting = iter(list(islice(cycle(requests), count)))
    durations: list[float] = []

    async def one_connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for one in waiting:
            started = time.perf_counter()
            writer.write(one.raw)
            await _answer(reader, one)
            durations.append(time.perf_counter() - started)
        writer.close()
        await writer.wait_closed()

    await asyncio.gather(*(one_connection() for _ in range(connections)))
    return durations


async def _answer(reader: asyncio.StreamReader, expected: Request) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    body = await reader.readexactly(length) if length else b""
    assert status == expected.status, f"{status} for {expected.raw[:80]!r}: {body[:300]!r}"
    return body


async def fetch(port: int, one: Request) -> bytes:
    """The body of one answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(one.raw)
    body = await _answer(reader, one)
    writer.close()
    await writer.wait_closed()
    return body
