"""Who sees an activity."""

from sqlalchemy import ColumnElement, literal, or_
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.words import ActivityStatus
from domain.conferences.queries.visibility import is_team
from domain.kernel.principal import Viewer

FOR_FAMILIES = (ActivityStatus.INVITED, ActivityStatus.HELD, ActivityStatus.EVALUATED)


def visible_activity(viewer: Viewer) -> ColumnElement[bool]:
    """The team; families from the invitation on."""
    return or_(is_team(viewer), col(Activity.status).in_([literal(status) for status in FOR_FAMILIES]))
