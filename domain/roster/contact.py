"""Phone numbers and e-mail addresses of a roster, in the shape that `domain.kernel.contact` keeps them in."""

import re
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from domain.kernel.contact import Email, Phone

_PHONE: TypeAdapter[str] = TypeAdapter(Phone)
_EMAIL: TypeAdapter[str] = TypeAdapter(Email)

_SPACING = str.maketrans("", "", " ()./-")
_PLAIN_PHONE = re.compile(r"\+32[1-9][0-9]{7,8}")
_PLAIN_LOCAL_PART = re.compile(r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*")
_LONGEST_EMAIL = 254


def phone_of(text: str) -> str | None:
    """The number as E.164; None when it is none.

    Most numbers of a roster are plainly Belgian: for those the answer of libphonenumber is known.
    """
    bare = text.translate(_SPACING)
    return bare if _PLAIN_PHONE.fullmatch(bare) else _accepted(_PHONE, text)


def email_of(text: str) -> str | None:
    """The address as it is kept; None when it is none. Each domain is judged once, a plain name before it is good."""
    local, _, domain = text.rpartition("@")
    if len(text) <= _LONGEST_EMAIL and _PLAIN_LOCAL_PART.fullmatch(local):
        kept = _domain(domain)
        return f"{local}@{kept}" if kept else None
    return _accepted(_EMAIL, text)


@lru_cache(maxsize=4096)
def _domain(domain: str) -> str | None:
    kept = _accepted(_EMAIL, f"a@{domain}")
    return kept.partition("@")[2] if kept else None


def _accepted(kind: TypeAdapter[str], text: str) -> str | None:
    try:
        return kind.validate_python(text)
    except ValidationError:
        return None
