"""A place in the change feed, opaque to clients."""

import base64
import binascii
import json
from typing import NamedTuple

from domain.kernel import clock
from domain.kernel.cursor import BAD_CURSOR
from domain.kernel.errors import Detail, Invalid


class Position(NamedTuple):
    transaction: int
    sequence: int
    issued: float
    cluster: int


def encode_position(position: Position) -> str:
    issued = int(clock.now().timestamp())
    document = json.dumps([*position[:2], issued, position.cluster])
    return base64.urlsafe_b64encode(document.encode()).decode().rstrip("=")


def decode_position(cursor: str) -> Position:
    try:
        position = Position(*map(int, json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))))
    except (binascii.Error, ValueError, TypeError, OverflowError):
        position = None
    if position is None or not all(0 <= number < _BEYOND for number in position):
        raise Invalid(BAD_CURSOR, Detail("?cursor", BAD_CURSOR))
    return position


_BEYOND = 2**63
"""What PostgreSQL's bigint does not hold."""
