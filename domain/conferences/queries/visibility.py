"""Who sees what of a round, written once. Families see their own only (R20), households nothing of each other (R17)."""

from typing import Any

from sqlalchemy import ColumnElement, literal, or_
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.staff import ConferenceInterpreter
from domain.conferences.models.words import RoundStatus
from domain.conferences.queries.people import Family, has_child, is_asked
from domain.families.models import Guardianship
from domain.families.queries import WHOLE_SCHOOL, taught_by
from domain.kernel.permissions import Role
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import another, there_is


def is_team(viewer: Viewer) -> ColumnElement[bool]:
    """The staff, and systems: they see how a round is set up and how far it is."""
    return is_one_of(viewer, Role.TEACHER, *WHOLE_SCHOOL)


def sees_round(viewer: Viewer) -> ColumnElement[bool]:
    """The team; from its opening on also the families, students of these, and interpreters who take part."""
    family, interpreter = another(ConferenceFamily), another(ConferenceInterpreter)
    this, opened = col(ConferenceRound.id), col(ConferenceRound.status) != literal(RoundStatus.DRAFT)
    mine = is_asked(family.c, viewer.guardian_id) | has_child(family.c, lambda child: child.id == viewer.student_id)
    joins = (interpreter.c.school_id == viewer.school_id, interpreter.c.round_id == this)
    return or_(
        is_team(viewer),
        opened & there_is(family, family.c.school_id == viewer.school_id, family.c.round_id == this, mine),
        opened & there_is(interpreter, *joins, interpreter.c.interpreter_id == viewer.interpreter_id),
    )


def is_parent_in(viewer: Viewer, family: Family) -> ColumnElement[bool]:
    """The viewer is linked to a child of the family, whatever else they are at the school."""
    link = another(Guardianship)
    mine = (link.c.school_id == viewer.school_id, link.c.guardian_id == viewer.guardian_id)
    return has_child(family, lambda child: there_is(link, *mine, link.c.student_id == child.id))


def reads_family_as_team(viewer: Viewer, family: Family) -> ColumnElement[bool]:
    """Office, systems and the children's teachers; who is a parent of a child of it never reads it as the school."""
    teaches = has_child(family, lambda child: taught_by(viewer, child.id))
    return or_(is_one_of(viewer, *WHOLE_SCHOOL), teaches) & ~is_parent_in(viewer, family)


def sees_family(viewer: Viewer) -> ColumnElement[bool]:
    """The team, and the guardians of the family themselves."""
    family: Any = ConferenceFamily
    return or_(reads_family_as_team(viewer, family), is_asked(family, viewer.guardian_id))
