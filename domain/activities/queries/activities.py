"""An activity for a deed."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.queries.visibility import visible_activity
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.session import SchoolSession


async def get_activity(session: SchoolSession, activity_id: UUID, *, lock: bool = False) -> Activity:
    """The activity; locked, it stays as it is until the deed is done.

    Raises:
        NotFound: when it is not there or the caller may not see it.
    """
    visible = visible_activity(session.viewer)
    if lock:
        return await session.get_row(Activity, activity_id, visible)
    this = (col(Activity.school_id) == session.principal.school_id, col(Activity.id) == activity_id, visible)
    found = (await session.execute(select(Activity).where(*this))).scalar_one_or_none()
    if found is None:
        raise NotFound(NOT_FOUND)
    return found
