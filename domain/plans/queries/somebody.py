"""Somebody in the place of the viewer of a plan."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Text, literal, null

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
