"""When and where an activity takes place, and what is held for that."""

from typing import Any
from uuid import UUID

from domain.activities.actions.activities import ACTIVITY_COLLECTION, keep_essentials, open_activity
from domain.activities.actions.claimed import claim_anew
from domain.activities.actions.moving_up import move_up, tell
from domain.activities.actions.references import check_all_there
from domain.activities.models.activities import Activity
from domain.activities.models.moments import ActivityMoment, ActivityMomentFields
from domain.activities.queries.moments import MOMENT, moments_of
from domain.activities.queries.places import standing_at
from domain.activities.rules.moments import check_room_for_one_more, check_times
from domain.activities.rules.states import Deed
from domain.conversations.queries.locked import Locked
from domain.kernel.claiming import release
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession
from domain.school.models import Interpreter

_LOCKED = Locked(ActivityMoment, MOMENT.visible)


async def add_moment(session: SchoolSession, activity_id: UUID, fields: ActivityMomentFields) -> ActivityMoment:
    """One more moment; its room, its interpreters and who helps at every moment are held at once.

    Raises:
        NotFound. Invalid. Conflict: `wrong_state`, `too_many_moments`, `double_booking`.
    """
    activity = await open_activity(session, activity_id, Deed.CHANGE)
    check_room_for_one_more(len(await moments_of(session, activity_id)))
    await _check(session, fields)
    moment = ActivityMoment.of(activity.school_id, fields, activity_id=activity_id)
    session.add(moment)
    await _settle(session, activity, moment)
    return moment


async def change_moment(session: SchoolSession, moment_id: UUID, patch: Fields, version: int) -> None:
    """Another time, room or interpreter: what it needs now is held, or all stays as it was.

    Raises:
        NotFound, Stale. Invalid. Conflict: `wrong_state`, `double_booking`.
    """
    moment = await _LOCKED.get(session, moment_id, version)
    activity = await open_activity(session, moment.activity_id, Deed.CHANGE)
    fields, before = moment.patched(ActivityMomentFields, patch), _stands(moment)
    await _check(session, fields)
    moment.take(fields)
    await _settle(session, activity, moment, was=before)
    await move_up(session, moment_id)


async def drop_moment(session: SchoolSession, moment_id: UUID, version: int) -> None:
    """It does not take place then; an activity to which families are invited keeps one moment at least.

    Raises:
        NotFound, Stale. Invalid: `not_ready`. Conflict: `wrong_state`.
    """
    moment = await _LOCKED.get(session, moment_id, version)
    activity = await open_activity(session, moment.activity_id, Deed.CHANGE)
    await release(session, moment_id)
    for one in await standing_at(session, moment_id):
        whose = {"guardian_id": one.guardian_id, "student_id": one.student_id}
        tell(session, "lost", one, **whose, starts_at=moment.starts_at.isoformat())
    await session.delete(moment)
    await _tell(session, activity, moment_id)


async def _check(session: SchoolSession, fields: ActivityMomentFields) -> None:
    check_times(fields.starts_at, fields.ends_at)
    await check_all_there(session, Interpreter, fields.interpreter_ids, "/interpreter_ids")


async def _settle(
    session: SchoolSession, activity: Activity, moment: ActivityMoment, was: tuple[Any, ...] | None = None
) -> None:
    await claim_anew(session, activity.id, moment)
    await _tell(session, activity, moment.id, has_moved=was is not None and was != _stands(moment))


def _stands(moment: ActivityMoment) -> tuple[Any, ...]:
    """What families count on."""
    return moment.starts_at, moment.ends_at, moment.room_id, moment.place


async def _tell(session: SchoolSession, activity: Activity, moment_id: UUID, *, has_moved: bool = False) -> None:
    await keep_essentials(session, activity)
    moved = {"moved": "true"} if has_moved else {}
    ACTIVITY_COLLECTION.tell(session, "moment_changed", activity.id, moment_id=moment_id, **moved)
