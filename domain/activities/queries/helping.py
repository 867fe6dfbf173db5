"""Who helps: how it goes out, and those of one activity for a change."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlmodel import col

from domain.activities.models.helping import ActivityHelper, ActivityHelperRead
from domain.activities.queries.visibility import is_of_viewer, of_visible_activity
from domain.conferences.queries.visibility import is_team
from domain.families.models import Guardian, Student
from domain.kernel.principal import Viewer
from domain.kernel.read import Computed, Document
from domain.kernel.session import SchoolSession
from domain.school.models import StaffMember

_PEOPLE: dict[type[Any], Any] = {
    StaffMember: col(ActivityHelper.staff_id),
    Guardian: col(ActivityHelper.guardian_id),
    Student: col(ActivityHelper.student_id),
}


def _of_person(name: str) -> Computed:
    return lambda _: func.coalesce(*(getattr(table, name) for table in _PEOPLE))


def _sees_line(viewer: Viewer) -> ColumnElement[bool]:
    """The team sees who helps, families only their own line (R20)."""
    return or_(is_team(viewer), is_of_viewer(viewer, ActivityHelper))


_SHOWN: dict[str, Any] = {
    "beside": {
        table: and_(col(table.school_id) == col(ActivityHelper.school_id), col(table.id) == person)
        for table, person in _PEOPLE.items()
    },
    "computed": {"given_name": _of_person("given_name"), "family_name": _of_person("family_name")},
}
HELPERS = Document(ActivityHelperRead, ActivityHelper, visible=_sees_line, **_SHOWN)
"""Inside an activity that the viewer sees."""

HELPER = Document(
    ActivityHelperRead,
    ActivityHelper,
    visible=lambda viewer: _sees_line(viewer) & of_visible_activity(viewer, col(ActivityHelper.activity_id)),
    **_SHOWN,
)


async def helpers_of(session: SchoolSession, activity_id: UUID) -> list[ActivityHelper]:
    """Who helps at the activity, as this transaction leaves it."""
    here = (
        col(ActivityHelper.school_id) == session.principal.school_id,
        col(ActivityHelper.activity_id) == activity_id,
    )
    return await session.rows(select(ActivityHelper).where(*here).order_by(col(ActivityHelper.id)))
