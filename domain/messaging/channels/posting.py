"""A letter as an HTTP request. Each carries its own key, so it may be tried again however it ended."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx

from domain.messaging.channels.outward import NotAllowed, Reach, address_of
from domain.messaging.channels.port import SENT, Outcome, failed, later

TIMEOUT_SECONDS = 20
_TRY_AGAIN = {408, 423, 425, 429}
_PORTS = {"https": 443, "http": 80}


async def post(client: httpx.AsyncClient, url: str, content: str, headers: Mapping[str, str], reach: Reach) -> Outcome:
    """To the address that was looked at, under the name that was asked for; redirects are not followed."""
    asked = urlsplit(url)
    host = asked.hostname or ""
    if asked.scheme not in _PORTS or (reach is Reach.OUTSIDE and asked.scheme != "https"):
        return failed("address_not_allowed")
    try:
        address = await address_of(host, asked.port or _PORTS[asked.scheme], reach)
        answer = await client.post(
            httpx.URL(url).copy_with(host=address),
            content=content,
            headers={**headers, "Host": asked.netloc.rpartition("@")[2], "Content-Type": "application/json"},
            extensions={"sni_hostname": host},
        )
    except NotAllowed:
        return failed("address_not_allowed")
    except (httpx.HTTPError, OSError):
        return later("no_connection")
    return _outcome_of(answer.status_code)


def _outcome_of(status: int) -> Outcome:
    if status < 300:  # noqa: PLR2004 - an HTTP status reads best as the number it is
        return SENT
    return later("busy") if status in _TRY_AGAIN or status >= 500 else failed("refused")  # noqa: PLR2004


def new_client() -> httpx.AsyncClient:
    """Neither proxies nor passwords of the machine: where it goes is decided in `outward`."""
    return httpx.AsyncClient(timeout=TIMEOUT_SECONDS, trust_env=False, follow_redirects=False)
