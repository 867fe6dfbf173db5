"""One activity."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.queries.visibility import visible_activity
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.session import SchoolSession


async def get_activity(session: SchoolSession, activity_id: UUID, *, lock: bool = False) -> Activity:
    """
    Raises:
        NotFound: also for what the caller may not see.
    """
    seen = visible_activity(session.viewer)
    if lock:
        return await session.get_row(Activity, activity_id, seen)
    this = (col(Activity.school_id) == session.principal.school_id, col(Activity.id) == activity_id)
    found = (await session.execute(select(Activity).where(*this, seen))).scalar_one_or_none()
    if found is None:
        raise NotFound(NOT_FOUND)
    return found
