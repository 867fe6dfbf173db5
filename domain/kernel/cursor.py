"""Where a page ended, opaque to clients."""

import base64
import binascii
import json
from uuid import UUID

from domain.kernel.errors import Detail, Invalid, Message

BAD_CURSOR = Message(
    "bad_cursor",
    "Deze cursor komt niet van deze lijst.",
    "Ce curseur ne provient pas de cette liste.",
    "This cursor does not come from this list.",
)


def encode_cursor(key: str, row_id: UUID) -> str:
    """Where a page ended: its last sort key and id, opaque to clients."""
    return base64.urlsafe_b64encode(json.dumps([key, str(row_id)]).encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> tuple[str, UUID]:
    """The opposite of `encode_cursor`.

    Raises:
        Invalid: when it is not one of ours.
    """
    try:
        key, row_id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return str(key), UUID(row_id)
    except (binascii.Error, ValueError, TypeError, AttributeError):
        raise Invalid(BAD_CURSOR, Detail("?cursor", BAD_CURSOR)) from None
