"""The secret of a one-time link: it names its school, so that row security holds from the first statement on."""

import base64
import binascii
import hashlib
import secrets
from typing import NamedTuple
from uuid import UUID

_SCHOOL_BYTES, _SECRET_BYTES = 16, 32


class Opened(NamedTuple):
    """Whose school a secret is of, and by what it is known there."""

    school_id: UUID
    hash: str


def new_secret(school_id: UUID) -> tuple[str, str]:
    """A secret, and what is kept of it."""
    secret = base64.urlsafe_b64encode(school_id.bytes + secrets.token_bytes(_SECRET_BYTES)).decode().rstrip("=")
    return secret, hash_of(secret)


def hash_of(secret: str) -> str:
    """SHA-256: 256 random bits need no slower one."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def opened(secret: str) -> Opened | None:
    """What a secret says, or None when it is none of ours."""
    try:
        content = base64.urlsafe_b64decode(secret + "=" * (-len(secret) % 4))
    except (binascii.Error, ValueError):
        return None
    if len(content) != _SCHOOL_BYTES + _SECRET_BYTES:
        return None
    return Opened(UUID(bytes=content[:_SCHOOL_BYTES]), hash_of(secret))
