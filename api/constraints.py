"""What a refused constraint of the database means to the caller."""

import re

import asyncpg

from domain.kernel.errors import DOES_NOT_EXIST, Detail, Message

EXISTS = Message("already_exists", "Dit bestaat al.", "Ceci existe déjà.", "This exists already.")
IN_USE = Message(
    "in_use",
    "Dit wordt nog gebruikt door iets anders.",
    "Ceci est encore utilisé ailleurs.",
    "Something else still uses this.",
)
CHECK = Message(
    "not_consistent",
    "Deze gegevens passen niet bij elkaar.",
    "Ces données ne vont pas ensemble.",
    "These data do not fit together.",
)

_CONSTRAINT_COLUMN = re.compile(r"_(?:school|library)_id_(\w+)_fkey$")


def by_constraint(error: asyncpg.IntegrityConstraintViolationError) -> tuple[int, Message, list[Detail]]:
    """What a refused constraint means to the caller: status, message, and the field when its name tells."""
    found = _CONSTRAINT_COLUMN.search(error.constraint_name or "")
    pointer = f"/{found[1]}" if found else ""
    if isinstance(error, asyncpg.ForeignKeyViolationError):
        if "still referenced" in (error.detail or ""):
            return 409, IN_USE, []
        return 422, DOES_NOT_EXIST, [Detail(pointer, DOES_NOT_EXIST)]
    if isinstance(error, asyncpg.UniqueViolationError):
        return 409, EXISTS, []
    return 422, CHECK, []
