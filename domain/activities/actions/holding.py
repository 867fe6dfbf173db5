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


class Place(NamedTuple):
    """Where a row belongs."""

    activity_id: UUID
    moment_id: UUID


async def hold(session: SchoolSession, activity_id: UUID, moment_id: UUID) -> Held:
    """The moment first, then its activity, and only then what belongs to them: so writers wait in one order.

    Raises:
        NotFound: no such activity for the caller, or no such moment of it.
    """
    return (await hold_together(session, activity_id, moment_id))[moment_id]


async def hold_together(session: SchoolSession, activity_id: UUID, *moment_ids: UUID) -> dict[UUID, Held]:
    """Several moments of one activity, in the order of their ids, so that two who change places do not deadlock.

    Raises:
        NotFound: as `hold`.
    """
    of_activity = col(ActivityMoment.activity_id) == activity_id
    moments = [await session.get_row(ActivityMoment, one, of_activity) for one in sorted(set(moment_ids))]
    activity = await get_activity(session, activity_id)
    return {moment.id: Held(activity, moment) for moment in moments}


async def hold_moment_of(
    session: SchoolSession, table: type[SignUp | WalkIn], document: Document, row_id: UUID
) -> Held:
    """The moment to which a row belongs that the caller sees, held before the row itself.

    Raises:
        NotFound: when there is no such row for the caller.
    """
    place = await place_of(session, table, document, row_id)
    return await hold(session, place.activity_id, place.moment_id)


async def place_of(session: SchoolSession, table: type[SignUp | WalkIn], document: Document, row_id: UUID) -> Place:
    """Where a row belongs that the caller sees, which nothing holds yet.

    Raises:
        NotFound: when there is no such row for the caller.
    """
    here = (col(table.school_id) == session.principal.school_id, col(table.id) == row_id)
    found = select(col(table.activity_id), col(table.moment_id)).where(*here, document.visible(session.viewer))
    of = (await session.execute(found)).one_or_none()
    if of is None:
        raise NotFound(NOT_FOUND)
    return Place(of.activity_id, of.moment_id)
