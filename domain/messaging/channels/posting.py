"""A letter as an HTTP request. Each carries its own key, so it may be tried again however it ended."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit

import httpx

from domain.messaging.channels.outward import NotAllowed, Reach, addresses_of
from domain.messaging.channels.port import NO_CONNECTION, SENT, Outcome, failed, later

TIMEOUT_SECONDS = 20
"""For all of it: who answers drop by drop holds up nobody."""
MOST_READ = 1 << 16
"""Bytes of an answer: only its status counts, but who reads it to its end keeps the connection."""
_TRY_AGAIN = {408, 423, 425, 429}
_PORTS = {"https": 443, "http": 80}


async def post(client: httpx.AsyncClient, url: str, content: str, headers: Mapping[str, str], reach: Reach) -> Outcome:
    """To an address that was looked at, under the name that was asked for; redirects are not followed."""
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            return _outcome_of(await _posted(client, url, content, headers, reach))
    except (NotAllowed, ValueError, httpx.InvalidURL):
        return failed("address_not_allowed")
    except (httpx.HTTPError, OSError):
        return later(NO_CONNECTION)


async def _posted(client: httpx.AsyncClient, url: str, content: str, headers: Mapping[str, str], reach: Reach) -> int:
    asked = urlsplit(url)
    host = asked.hostname or ""
    if not host or asked.scheme not in _PORTS or (reach is Reach.OUTSIDE and asked.scheme != "https"):
        raise NotAllowed
    named = {**headers, "Host": asked.netloc.rpartition("@")[2], "Content-Type": "application/json"}
    *others, last = await addresses_of(host, asked.port or _PORTS[asked.scheme], reach)

    async def status_from(address: str) -> int:
        there, tls = httpx.URL(url).copy_with(host=address), {"sni_hostname": host}
        async with client.stream("POST", there, content=content, headers=named, extensions=tls) as answer:
            async for _ in answer.aiter_raw(MOST_READ):
                break
            return answer.status_code

    for address in others:
        with suppress(httpx.ConnectError):
            return await status_from(address)
    return await status_from(last)


def _outcome_of(status: int) -> Outcome:
    if status < 300:  # noqa: PLR2004 - an HTTP status reads best as the number it is
        return SENT
    return later("busy") if status in _TRY_AGAIN or status >= 500 else failed("refused")  # noqa: PLR2004


def new_client() -> httpx.AsyncClient:
    """Neither proxies nor passwords of the machine: where it goes is decided in `outward`."""
    return httpx.AsyncClient(timeout=TIMEOUT_SECONDS, trust_env=False, follow_redirects=False)
