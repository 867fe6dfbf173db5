"""Making an activity and changing what it is."""

from typing import Any
from uuid import UUID

from domain.activities.actions.readiness import ensure_essentials
from domain.activities.actions.references import check_all_there
from domain.activities.models.activities import Activity, ActivityFields
from domain.activities.models.words import ActivityStatus
from domain.activities.queries.activities import ACTIVITIES, ActivityQuery, get_activity
from domain.activities.rules.states import Deed, ensure
from domain.kernel.collection import Collection
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession
from domain.school.models import SchoolClass


class Activities(Collection):
    """An activity begins as an idea; nothing is taken away, it is called off instead."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Activity:
        await _check_classes(session, fields)
        row = await super().create(session, fields, created_by_id=session.principal.staff_id, **more)
        assert isinstance(row, Activity)
        return row

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Activity:
        """Once families are invited, nothing essential goes missing (R34).

        Raises:
            NotFound, Stale. Conflict: `wrong_state`. Invalid: `not_ready`.
        """
        activity = await open_activity(session, row_id, Deed.CHANGE, version)
        fields = activity.patched(ActivityFields, patch)
        await _check_classes(session, fields)
        activity.take(fields)
        await keep_essentials(session, activity)
        self.tell(session, "changed", row_id)
        return activity


ACTIVITY_COLLECTION = Activities("activity", ActivityFields, ACTIVITIES, ActivityQuery)


async def open_activity(session: SchoolSession, activity_id: UUID, deed: Deed, version: int | None = None) -> Activity:
    """The activity for this deed, locked.

    Raises:
        NotFound, Stale: as `get_activity`. Conflict: `wrong_state`.
    """
    activity = await get_activity(session, activity_id, lock=True, version=version)
    ensure(activity.status, deed)
    return activity


async def keep_essentials(session: SchoolSession, activity: Activity) -> None:
    """What families were invited to stays whole.

    Raises:
        Invalid: `not_ready`, when they were and it does not.
    """
    if activity.status == ActivityStatus.INVITED:
        await ensure_essentials(session, activity)


async def _check_classes(session: SchoolSession, fields: Any) -> None:
    await check_all_there(session, SchoolClass, fields.class_ids, "/class_ids")
