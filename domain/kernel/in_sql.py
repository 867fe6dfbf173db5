"""What SQL that writes many rows at once needs of our rows: new ids, and the defaults of a table's model."""

import json
from collections.abc import Collection
from typing import Any

from domain.kernel.row import Row

_MILLISECONDS = "substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)"
_TIMED = f"overlay(uuid_send(gen_random_uuid()) PLACING {_MILLISECONDS} FROM 1 FOR 6)"
NEW_ID = f"encode(set_bit(set_bit({_TIMED}, 52, 1), 53, 1), 'hex')::uuid"
"""UUIDv7 (RFC 9562), which PostgreSQL has from 18 on: a random one with the time before it."""


def defaults_of(table: type[Row], told: Collection[str]) -> dict[str, str]:
    """What a new row has in the columns that are not told: column -> SQL of the model's default."""
    columns = table.__table__.c  # type: ignore[attr-defined]
    needed = [
        column.name
        for column in columns
        if not (column.nullable or column.server_default or column.name in {"school_id", "id", *told})
    ]
    return {name: _literal(table.model_fields[name].get_default()) for name in needed}


def _literal(value: Any) -> str:
    return f"'{value if isinstance(value, str) else json.dumps(value)}'"
