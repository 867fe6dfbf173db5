"""A moment that one transaction holds, so that two never count the same places."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.moments import ActivityMoment
from domain.activities.models.sign_ups import SignUp
from domain.activities.models.walk_ins import WalkIn
from domain.activities.queries.activities import get_activity
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.read import Document
from domain.kernel.session import SchoolSession


class Held(NamedTuple):
    """A moment and its activity: neither changes until the deed is done."""

    activity: Activity
    moment: ActivityMoment


async def hold(session: SchoolSession, activity_id: UUID, moment_id: UUID) -> Held:
    """The moment first, then its activity, and only then what belongs to them: so writers wait in one order.

    Raises:
        NotFound: no such activity for the caller, or no such moment of it.
    """
    moment = await session.get_row(ActivityMoment, moment_id, col(ActivityMoment.activity_id) == activity_id)
    return Held(await get_activity(session, activity_id), moment)


async def hold_moment_of(
    session: SchoolSession, table: type[SignUp | WalkIn], document: Document, row_id: UUID
) -> Held:
    """The moment to which a row belongs that the caller sees, held before the row itself.

    Raises:
        NotFound: when there is no such row for the caller.
    """
    here = (col(table.school_id) == session.principal.school_id, col(table.id) == row_id)
    found = select(col(table.activity_id), col(table.moment_id)).where(*here, document.visible(session.viewer))
    of = (await session.execute(found)).one_or_none()
    if of is None:
        raise NotFound(NOT_FOUND)
    return await hold(session, of.activity_id, of.moment_id)
