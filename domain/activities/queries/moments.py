"""The moments of activities: how they go out, and those of one activity for a change."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.models.moments import ActivityMoment, ActivityMomentRead
from domain.activities.queries.visibility import of_visible_activity
from domain.conversations.queries.conversations import local_time
from domain.kernel.read import Document
from domain.kernel.session import SchoolSession
from domain.school.models import School

_COMPUTED: Any = {
    "local_start": lambda _: local_time(col(ActivityMoment.starts_at)),
    "local_end": lambda _: local_time(col(ActivityMoment.ends_at)),
}
MOMENTS = Document(ActivityMomentRead, ActivityMoment, computed=_COMPUTED)
"""Inside an activity, beside its school."""

MOMENT = Document(
    ActivityMomentRead,
    ActivityMoment,
    visible=lambda viewer: of_visible_activity(viewer, col(ActivityMoment.activity_id)),
    beside={School: col(School.school_id) == col(ActivityMoment.school_id)},
    computed=_COMPUTED,
)


async def moments_of(session: SchoolSession, activity_id: UUID) -> list[ActivityMoment]:
    """The moments of the activity, the first one first, as this transaction leaves them."""
    here = (
        col(ActivityMoment.school_id) == session.principal.school_id,
        col(ActivityMoment.activity_id) == activity_id,
    )
    in_order = select(ActivityMoment).where(*here).order_by(col(ActivityMoment.starts_at), col(ActivityMoment.id))
    return await session.rows(in_order)
