"""How guides go out: the team sees all of them, who guides sees their own line (R20)."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.tour_guides import TourGuide, TourGuideRead, TourGuides
from domain.activities.queries.visibility import of_activity, of_visible_activity, visible_activity
from domain.conferences.queries.visibility import is_team
from domain.families.models import Guardian, Student
from domain.kernel.principal import Viewer
from domain.kernel.read import Computed, Document, Reading
from domain.kernel.session import SchoolSession
from domain.school.models import StaffMember

_PEOPLE: dict[type[Any], Any] = {
    StaffMember: col(TourGuide.staff_id),
    Guardian: col(TourGuide.guardian_id),
    Student: col(TourGuide.student_id),
}


def _of_person(name: str) -> Computed:
    return lambda _: func.coalesce(*(getattr(table, name) for table in _PEOPLE))


def sees_guide(viewer: Viewer) -> ColumnElement[bool]:
    """The team, and the guide."""
    own = or_(col(TourGuide.guardian_id) == viewer.guardian_id, col(TourGuide.student_id) == viewer.student_id)
    return or_(is_team(viewer), own) & of_visible_activity(viewer, col(TourGuide.activity_id))


GUIDES = Document(
    TourGuideRead,
    TourGuide,
    visible=sees_guide,
    beside={
        table: and_(col(table.school_id) == col(TourGuide.school_id), col(table.id) == person)
        for table, person in _PEOPLE.items()
    },
    computed={"given_name": _of_person("given_name"), "family_name": _of_person("family_name")},
)


def guides_in(reading: Reading) -> ColumnElement[Any]:
    """Those of the activity around it, group by group."""
    in_order = (col(TourGuide.moment_id), col(TourGuide.group_number), col(TourGuide.id))
    return GUIDES.nested(reading, of_activity(TourGuide), *in_order)


GUIDE_LIST = Document(TourGuides, Activity, visible=visible_activity, computed={"items": guides_in})


async def guides_of(session: SchoolSession, activity_id: UUID) -> list[TourGuide]:
    """Of the whole tour, as this transaction leaves them."""
    here = (col(TourGuide.school_id) == session.principal.school_id, col(TourGuide.activity_id) == activity_id)
    return await session.rows(select(TourGuide).where(*here))


async def guides_at(session: SchoolSession, moment: ActivityMoment) -> list[TourGuide]:
    """Of this moment, as this transaction leaves them."""
    here = (col(TourGuide.school_id) == moment.school_id, col(TourGuide.moment_id) == moment.id)
    return await session.rows(select(TourGuide).where(*here))
