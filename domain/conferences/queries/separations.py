"""How separations go out: to the office alone (the route asks for its permission), and not to who is a parent there."""

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.separations import ConferenceSeparation, ConferenceSeparationRead
from domain.conferences.queries.visibility import is_parent_in
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, another, there_is


def sees_separation(viewer: Viewer) -> ColumnElement[bool]:
    """Neither of the two families learns of it (R17)."""
    family, this = another(ConferenceFamily), ConferenceSeparation
    one_of_them = or_(family.c.id == col(this.first_family_id), family.c.id == col(this.second_family_id))
    return ~there_is(family, family.c.school_id == viewer.school_id, one_of_them, is_parent_in(viewer, family.c))


SEPARATIONS = Document(ConferenceSeparationRead, ConferenceSeparation, visible=sees_separation)
