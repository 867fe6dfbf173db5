"""Who sees an idea, and whose it is: written once, for what goes out and for what is changed."""

from sqlalchemy import ColumnElement, and_, false, func, literal, or_
from sqlmodel import col

from domain.activities.models.ideas import Idea, IdeaKind
from domain.conferences.queries.visibility import is_team
from domain.families.models import Enrollment, Guardianship
from domain.families.queries import guarded_by, linked, not_ended
from domain.kernel.principal import Viewer
from domain.kernel.read import another, there_is

FOR_THE_TEAM = (IdeaKind.WORRY, IdeaKind.MOMENT)
"""Worries, and when it suits somebody (R17): others read them only when the parent says that they may."""


def is_mine(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer brought it."""
    return func.coalesce(
        or_(col(Idea.guardian_id) == viewer.guardian_id, col(Idea.student_id) == viewer.student_id), false()
    )


def wrote_idea(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer brought it, or wrote it down for a parent."""
    return or_(is_mine(viewer), col(Idea.entered_by_id) == viewer.staff_id)


def reads_idea_as_team(viewer: Viewer) -> ColumnElement[bool]:
    """Who has a child with the parent who brought it, or is a parent of the student who did, reads it as a parent,
    also when they work here (R17)."""
    link = another(Guardianship)
    brought = or_(link.c.guardian_id == col(Idea.guardian_id), link.c.student_id == col(Idea.student_id))
    theirs = (link.c.school_id == viewer.school_id, brought)
    return is_team(viewer) & ~there_is(link, *theirs, linked(viewer, link.c.student_id))


def sees_idea(viewer: Viewer) -> ColumnElement[bool]:
    """The team sees every idea; a family its own, and of other families what is meant for all and for its classes."""
    open_to_all = or_(col(Idea.kind).not_in([literal(kind) for kind in FOR_THE_TEAM]), col(Idea.may_be_shared))
    return or_(reads_idea_as_team(viewer), is_mine(viewer), and_(open_to_all, _for_my_classes(viewer)))


def _for_my_classes(viewer: Viewer) -> ColumnElement[bool]:
    place = another(Enrollment)
    here = (place.c.school_id == viewer.school_id, place.c.class_id == col(Idea.class_id), not_ended(place.c.ended_on))
    mine = or_(place.c.student_id == viewer.student_id, guarded_by(viewer, place.c.student_id))
    return or_(col(Idea.class_id).is_(None), there_is(place, *here, mine))
