"""A request under an Idempotency-Key."""

import re

from fastapi import Request

from domain.kernel.errors import Malformed, Message
from domain.kernel.replay import KEY_PATTERN, Attempt, fingerprint

BAD_KEY = Message(
    "bad_idempotency_key",
    "Idempotency-Key telt 1 tot 255 letters, cijfers en . _ ~ -.",
    "Idempotency-Key compte de 1 à 255 lettres, chiffres et . _ ~ -.",
    "Idempotency-Key has 1 to 255 letters, digits and . _ ~ -.",
)
KEY_NEEDED = Message(
    "idempotency_key_required",
    "Geef een Idempotency-Key mee: dan staat er nooit iets dubbel, ook niet als je het opnieuw probeert.",
    "Ajoutez une Idempotency-Key : rien ne sera alors réservé deux fois, même si vous réessayez.",
    "Give an Idempotency-Key: then nothing is ever booked twice, also when you try again.",
)


async def attempt_of(request: Request, *, needed: bool = False) -> Attempt | None:
    """The key and what it stands for.

    Raises:
        Malformed: for a key that is none, or when one is needed and missing.
    """
    key = request.headers.get("idempotency-key")
    if key is None and needed:
        raise Malformed(KEY_NEEDED)
    if key is None or request.method != "POST":
        return None
    if not re.fullmatch(KEY_PATTERN, key):
        raise Malformed(BAD_KEY)
    body = await _digestible_body(request)
    return Attempt(key, fingerprint(request.method, f"{request.url.path}?{request.url.query}", body))


async def _digestible_body(request: Request) -> bytes:
    """An uploaded file was read already, and is not held in memory."""
    digest: bytes | None = getattr(request.state, "upload_digest", None)
    return await request.body() if digest is None else digest
