"""Who sees which activity, written once: the school sees all, families from the invitation on."""

from typing import Any

from sqlalchemy import ColumnElement, and_, literal, or_
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.words import ActivityStatus
from domain.kernel.permissions import STAFF, SYSTEM
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import there_is

TOLD = (ActivityStatus.INVITED, ActivityStatus.HELD, ActivityStatus.EVALUATED)
"""From the invitation on, families know of it."""


def is_team(viewer: Viewer) -> ColumnElement[bool]:
    """The staff, and systems: they see how an activity is made."""
    return is_one_of(viewer, *STAFF, *SYSTEM)


def visible_activity(viewer: Viewer) -> ColumnElement[bool]:
    """The team; once it is told of, the families too."""
    return or_(is_team(viewer), col(Activity.status).in_([literal(one) for one in TOLD]))


def of_visible_activity(viewer: Viewer, activity_id: Any) -> ColumnElement[bool]:
    """The viewer sees the activity that this belongs to."""
    this = (col(Activity.school_id) == viewer.school_id, col(Activity.id) == activity_id)
    return there_is(Activity, *this, visible_activity(viewer))


def of_activity(table: Any) -> ColumnElement[bool]:
    """The row of this table belongs to the activity of the statement around it."""
    return and_(col(table.school_id) == col(Activity.school_id), col(table.activity_id) == col(Activity.id))
