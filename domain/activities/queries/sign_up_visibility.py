"""Who sees a sign-up: its own family and the team, separated parents nothing of each other (R17)."""

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col

from domain.activities.models.sign_ups import SignUp
from domain.conferences.queries.visibility import is_team
from domain.families.models import Guardianship
from domain.kernel.principal import Viewer
from domain.kernel.read import another, there_is


def is_own(viewer: Viewer) -> ColumnElement[bool]:
    """Of the guardian themselves; of a student, only what the student said."""
    students = col(SignUp.guardian_id).is_(None) & (col(SignUp.student_id) == viewer.student_id)
    return func.coalesce(or_(col(SignUp.guardian_id) == viewer.guardian_id, students), False)


def _is_of_other_parent(viewer: Viewer) -> ColumnElement[bool]:
    """Who works here and has a child with this guardian is a parent first (R17)."""
    theirs, mine = another(Guardianship), another(Guardianship)
    shared = there_is(
        mine,
        mine.c.school_id == viewer.school_id,
        mine.c.guardian_id == viewer.guardian_id,
        mine.c.student_id == theirs.c.student_id,
    )
    here = (theirs.c.school_id == col(SignUp.school_id), theirs.c.guardian_id == col(SignUp.guardian_id))
    return there_is(theirs, *here, shared)


def as_team(viewer: Viewer) -> ColumnElement[bool]:
    """The team looks at the sign-up."""
    return is_team(viewer) & ~is_own(viewer) & ~_is_of_other_parent(viewer)


def sees_sign_up(viewer: Viewer) -> ColumnElement[bool]:
    """Its own family, and the team."""
    return or_(is_own(viewer), as_team(viewer))
