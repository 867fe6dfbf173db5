"""Somebody in the place of the viewer of a plan."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Text, Uuid, bindparam, literal, null

from domain.kernel.principal import Principal

Id = Any
"""An id in SQL: a column, or a value bound to the statement (SQLAlchemy types the two apart)."""


@dataclass
class Somebody:
    """A person in the place of the viewer: what would they see?"""

    school_id: Id
    guardian_id: Id = null()
    staff_id: Id = null()
    student_id: Id = null()
    interpreter_id: Id = null()
    roles: ColumnElement[Any] = literal([], ARRAY(Text))


def asked_for() -> Somebody:
    """A viewer whose ids are filled in when the statement runs, so that the statement is built once."""
    ids = ("guardian_id", "staff_id", "student_id", "interpreter_id")
    return Somebody(
        bindparam("school_id", type_=Uuid),
        **{name: bindparam(name, type_=Uuid) for name in ids},
        roles=bindparam("roles", type_=ARRAY(Text)),
    )


def values_of(principal: Principal) -> dict[str, Any]:
    ids = ("school_id", "guardian_id", "staff_id", "student_id", "interpreter_id")
    return {name: getattr(principal, name) for name in ids} | {"roles": sorted(principal.roles)}
