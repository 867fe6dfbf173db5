"""How activities go out, and the activity for a change."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, null, or_
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.activity_reads import ActivityRead, ActivitySummary
from domain.activities.models.helping import ActivityHelper
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.words import ActivityKind, ActivityStatus
from domain.activities.queries.helping import HELPERS
from domain.activities.queries.moments import MOMENTS
from domain.activities.queries.visibility import of_activity, visible_activity
from domain.catalogue.queries.view import list_has
from domain.conferences.queries.visibility import is_team
from domain.conversations.queries.locked import Locked
from domain.kernel.page import PageQuery
from domain.kernel.read import Computed, Document, Listing, Reading
from domain.kernel.session import SchoolSession
from domain.school.models import Level, School

_LOCKED = Locked(Activity, visible_activity)
_HELD = Locked(Activity, visible_activity, shared=True)


async def get_activity(
    session: SchoolSession, activity_id: UUID, *, lock: bool = False, version: int | None = None
) -> Activity:
    """The activity, which stays as it is meanwhile; with `lock` for a change of its own.

    Raises:
        NotFound: when it is not there or the caller may not see it.
        Stale: when `version` is given and it has another.
    """
    return await (_LOCKED if lock else _HELD).get(session, activity_id, version)


def _for_team(column: Any) -> Computed:
    """What it costs and how many were asked is the team's."""

    def shown(reading: Reading) -> ColumnElement[Any]:
        return case((is_team(reading.viewer), column), else_=null())

    return shown


SUMMARY: dict[str, Computed] = {
    "budget_cents": _for_team(col(Activity.budget_cents)),
    "parents_asked": _for_team(col(Activity.parents_asked)),
    "time_zone": lambda _: col(School.time_zone),
    "moments": lambda reading: MOMENTS.nested(
        reading, of_activity(ActivityMoment), col(ActivityMoment.starts_at), col(ActivityMoment.id)
    ),
}
AT_SCHOOL: Any = {School: col(School.school_id) == col(Activity.school_id)}

ACTIVITY = Document(
    ActivityRead,
    Activity,
    visible=visible_activity,
    beside=AT_SCHOOL,
    computed={
        **SUMMARY,
        "helpers": lambda reading: HELPERS.nested(reading, of_activity(ActivityHelper), col(ActivityHelper.id)),
    },
)


class ActivityQuery(PageQuery):
    """Which activities."""

    status: ActivityStatus | None = None
    kind: ActivityKind | None = None
    level: Level | None = None


def _is_for_level(given: Any) -> ColumnElement[bool]:
    return or_(func.jsonb_array_length(Activity.levels) == 0, list_has(col(Activity.levels))(given))


ACTIVITIES = Listing(
    Document(ActivitySummary, Activity, visible=visible_activity, beside=AT_SCHOOL, computed=SUMMARY),
    sorts={"created_at": col(Activity.created_at)},
    filters={"level": _is_for_level},
)
