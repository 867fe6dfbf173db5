"""Rows of the demo school from what stands in its file."""

from typing import Any

from domain.kernel.row import Fields, Row
from domain.seeding.demo_file import DEMO_SCHOOL
from domain.seeding.demo_keys import Keyed


def row_of(table: type[Row], thing: Keyed, fields: type[Fields], **more: Any) -> Row:
    """The fields alone: what stands beside them in the file belongs to other rows, or is `more` here."""
    return table.of(DEMO_SCHOOL, alone(thing, fields), id=thing.key, **more)


def alone(thing: Fields, fields: type[Fields]) -> Fields:
    """These fields of the thing."""
    return fields.model_validate(thing.model_dump(include=set(fields.model_fields)))
