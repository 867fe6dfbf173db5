"""An activity for a deed."""

from uuid import UUID

from domain.activities.models.activities import Activity
from domain.activities.queries.visibility import visible_activity
from domain.conversations.queries.locked import Locked
from domain.kernel.session import SchoolSession

_LOCKED = Locked(Activity, visible_activity)
_HELD = Locked(Activity, visible_activity, shared=True)


async def get_activity(session: SchoolSession, activity_id: UUID, *, lock: bool = False) -> Activity:
    """The activity, which stays as it is meanwhile; with `lock` for a change of its own.

    Raises:
        NotFound: when it is not there or the caller may not see it.
    """
    return await (_LOCKED if lock else _HELD).get(session, activity_id)
