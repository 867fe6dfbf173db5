"""Conditional requests: a strong ETag of version and content, If-None-Match on reads, If-Match on changes."""

import re
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.errors import Malformed, Message, VersionNeeded

NEEDED = Message(
    "if_match_required",
    "Zeg met If-Match van welke versie je vertrekt.",
    "Indiquez avec If-Match la version dont vous partez.",
    "Say with If-Match which version you start from.",
)
UNREADABLE = Message(
    "if_match_unreadable",
    "If-Match moet de ETag zijn die je kreeg.",
    "If-Match doit être l'ETag que vous avez reçu.",
    "If-Match must be the ETag that you got.",
)

_VERSION = re.compile(rb'"version":\s*(\d+)')
_TAG = re.compile(r'^"(\d{1,9})-[0-9a-f]{16}"$')


def etag(body: bytes) -> str:
    """`"<version>-<hash of the body>"`: the version serves If-Match, the hash tells languages and details apart."""
    version = _VERSION.search(body)
    return f'"{version[1].decode() if version else 0}-{blake2b(body, digest_size=8).hexdigest()}"'


def kept(tag: str, **more: str) -> dict[str, str]:
    """Headers of what one reader may keep, and asks about each time; `more` by names in which `_` stands for `-`."""
    named = {name.replace("_", "-"): value for name, value in more.items()}
    return {"ETag": tag, "Vary": "Accept-Language, Authorization", "Cache-Control": "private, no-cache"} | named


def not_modified(request: Request, headers: dict[str, str]) -> Response | None:
    """304, when the caller has this representation already."""
    known = request.headers.get("if-none-match")
    if known is None:
        return None
    tags = [one.strip().removeprefix("W/") for one in known.split(",")]
    return Response(status_code=304, headers=headers) if known == "*" or headers["ETag"] in tags else None


def expected_version(request: Request) -> int:
    """The version a change starts from.

    Raises:
        VersionNeeded: without If-Match. Malformed: when it is no ETag of ours.
    """
    given = request.headers.get("if-match")
    if given is None:
        raise VersionNeeded(NEEDED)
    matched = _TAG.match(given.strip())
    if matched is None:
        raise Malformed(UNREADABLE)
    return int(matched[1])
