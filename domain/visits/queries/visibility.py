"""Who sees which visit, written once. The other parent sees nothing of it (R17)."""

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from domain.families.queries import linked, reads_as_school, restricted, was_guardian
from domain.kernel.principal import Viewer
from domain.kernel.read import another, there_is
from domain.visits.models.visitors import HomeVisitVisitor
from domain.visits.models.visits import HomeVisit


def sees_visit(viewer: Viewer) -> ColumnElement[bool]:
    """The school as it sees the student, the guardian who is asked, and who goes."""
    return or_(reads_as_school(viewer, col(HomeVisit.student_id)), is_asked(viewer), goes(viewer))


def is_asked(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer is the guardian who is asked, still is one, and no restriction keeps them from the student."""
    student_id = col(HomeVisit.student_id)
    mine = col(HomeVisit.guardian_id) == viewer.guardian_id
    return mine & ~restricted(viewer, student_id) & ~was_guardian(viewer, student_id)


def goes(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer goes along. A colleague who is a parent of the student too never does (R17)."""
    one = another(HomeVisitVisitor)
    this = (one.c.school_id == viewer.school_id, one.c.visit_id == col(HomeVisit.id))
    who = or_(one.c.staff_id == viewer.staff_id, one.c.interpreter_id == viewer.interpreter_id)
    return there_is(one, *this, who) & ~linked(viewer, col(HomeVisit.student_id))


def knows_family(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer is of the team or of the family: an interpreter leaves behind what was said."""
    return or_(reads_as_school(viewer, col(HomeVisit.student_id)), is_asked(viewer), viewer.staff_id.is_not(None))


def is_team(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer reads it as the school does."""
    return knows_family(viewer) & ~linked(viewer, col(HomeVisit.student_id))
