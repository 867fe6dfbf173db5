"""The checklist of an activity in use: for the team only."""

from sqlalchemy import ColumnElement, null
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.checklist import ActivityChecklist, ActivityPoint, ActivityPointRead
from domain.activities.queries.visibility import of_activity
from domain.catalogue.queries import phase_place
from domain.conferences.queries.visibility import is_team
from domain.kernel.read import Document, Reading

POINT = Document(ActivityPointRead, ActivityPoint, visible=is_team)


def points_in_order(points: Document, reading: Reading) -> ColumnElement[str]:
    """Those of an activity, before, during and after it."""
    order = (phase_place(col(ActivityPoint.phase)), col(ActivityPoint.position), col(ActivityPoint.id))
    return points.nested(reading, of_activity(ActivityPoint), *order)


CHECKLIST = Document(
    ActivityChecklist,
    Activity,
    visible=is_team,
    computed={"items": lambda reading: points_in_order(POINT, reading), "next_cursor": lambda _: null()},
)
