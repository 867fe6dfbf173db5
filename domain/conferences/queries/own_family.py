"""Who sees what belongs to a family of a round: who sees the family itself, and nobody else (R17, R20)."""

from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.queries.visibility import sees_family
from domain.kernel.principal import Viewer
from domain.kernel.read import there_is


def sees_of_family(viewer: Viewer, family_id: Any) -> ColumnElement[bool]:
    """The family itself, the office, and who teaches its children."""
    this = (col(ConferenceFamily.school_id) == viewer.school_id, col(ConferenceFamily.id) == family_id)
    return there_is(ConferenceFamily, *this, sees_family(viewer))
