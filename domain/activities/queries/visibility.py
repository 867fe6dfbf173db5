"""Who sees which activity, written once: the school sees all, families those that they are told of or asked about."""

from typing import Any

from sqlalchemy import Alias, ColumnElement, Text, and_, func, literal, or_, select
from sqlalchemy import cast as sql_cast
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.helping import ActivityHelper
from domain.activities.models.words import ActivityStatus
from domain.conferences.queries.visibility import is_team
from domain.families.models import Enrollment, Guardianship, Student
from domain.families.queries import guarded_by, not_ended
from domain.kernel.principal import Viewer
from domain.kernel.read import another, there_is

TOLD = (ActivityStatus.INVITED, ActivityStatus.HELD, ActivityStatus.EVALUATED)
"""From the invitation on, families know of it."""


def visible_activity(viewer: Viewer) -> ColumnElement[bool]:
    """The team; once it is told of or asked about, also the families it is meant for and who helps. Called off, it
    stays there."""
    status = col(Activity.status)
    was_told = (status == literal(ActivityStatus.CANCELLED)) & col(Activity.invited_at).is_not(None)
    told = or_(status.in_([literal(one) for one in TOLD]), was_told, col(Activity.asked_at).is_not(None))
    return or_(is_team(viewer), told & or_(_is_meant_for(viewer), _helps(viewer)))


def of_visible_activity(viewer: Viewer, activity_id: Any) -> ColumnElement[bool]:
    """The viewer sees the activity that this belongs to."""
    this = (col(Activity.school_id) == viewer.school_id, col(Activity.id) == activity_id)
    return there_is(Activity, *this, visible_activity(viewer))


def of_activity(table: Any) -> ColumnElement[bool]:
    """The row of this table belongs to the activity of the statement around it."""
    return and_(col(table.school_id) == col(Activity.school_id), col(table.activity_id) == col(Activity.id))


def is_of_viewer(viewer: Viewer, helper: Any) -> ColumnElement[bool]:
    """This line of who helps is the viewer's own."""
    return or_(helper.guardian_id == viewer.guardian_id, helper.student_id == viewer.student_id)


def _is_meant_for(viewer: Viewer) -> ColumnElement[bool]:
    """It is for the level and the class of the viewer, or of a child whose guardian the viewer is."""
    me, child, link = another(Student), another(Student), another(Guardianship)
    linked = select(link.c.student_id).where(
        link.c.school_id == viewer.school_id, link.c.guardian_id == viewer.guardian_id
    )
    return or_(
        there_is(me, me.c.school_id == viewer.school_id, me.c.id == viewer.student_id, is_for(me)),
        there_is(
            child,
            child.c.school_id == viewer.school_id,
            child.c.id.in_(linked.correlate_except(link)),
            guarded_by(viewer, child.c.id),
            is_for(child),
        ),
    )


def is_for(student: Alias) -> ColumnElement[bool]:
    """The activity is meant for the level and the class of this student."""
    place = another(Enrollment)
    in_a_class = there_is(
        place,
        place.c.school_id == student.c.school_id,
        place.c.student_id == student.c.id,
        not_ended(place.c.ended_on),
        col(Activity.class_ids).bool_op("?")(sql_cast(place.c.class_id, Text)),
    )
    of_level = col(Activity.levels).bool_op("?")(student.c.level)
    return and_(or_(_is_empty(Activity.levels), of_level), or_(_is_empty(Activity.class_ids), in_a_class))


def _is_empty(column: Any) -> ColumnElement[bool]:
    return func.jsonb_array_length(column) == 0


def _helps(viewer: Viewer) -> ColumnElement[bool]:
    line = another(ActivityHelper)
    here = (line.c.school_id == col(Activity.school_id), line.c.activity_id == col(Activity.id))
    return there_is(line, *here, is_of_viewer(viewer, line.c))
