"""Who helps, and the time that is held for them."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.actions.activities import ACTIVITY_COLLECTION, open_activity
from domain.activities.actions.claimed import claim_anew
from domain.activities.models.helping import ActivityHelper, ActivityHelperFields
from domain.activities.models.moments import ActivityMoment
from domain.activities.queries.helping import HELPER
from domain.activities.queries.moments import moments_of
from domain.activities.rules.helping import check_task
from domain.activities.rules.states import Deed
from domain.conversations.queries.locked import Locked
from domain.families.models import Guardian, Student
from domain.families.queries import sees_guardian, sees_student
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.row import Fields
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

_LOCKED = Locked(ActivityHelper, HELPER.visible)
_SEEN: tuple[tuple[str, Any, Any], ...] = (
    ("guardian_id", Guardian, sees_guardian),
    ("student_id", Student, sees_student),
)


async def add_helper(session: SchoolSession, activity_id: UUID, fields: ActivityHelperFields) -> ActivityHelper:
    """Somebody helps, at one moment or at all; nobody is promised to two places at once.

    Raises:
        NotFound. Conflict: `wrong_state`, `double_booking`.
        Invalid: `rule_broken` (R21); `unknown_reference` for a moment or a person that is not there for the caller.
    """
    activity = await open_activity(session, activity_id, Deed.CHANGE)
    warnings_of(check_task(fields))
    await _check_person(session, fields)
    line = ActivityHelper.of(activity.school_id, fields, activity_id=activity_id)
    moments = await _moments_of(session, line)
    session.add(line)
    await claim_anew(session, activity_id, *moments)
    ACTIVITY_COLLECTION.tell(session, "changed", activity_id)
    return line


async def change_task(session: SchoolSession, helper_id: UUID, patch: Fields, version: int) -> None:
    """They help with something else; their time stays held.

    Raises:
        NotFound, Stale. Conflict: `wrong_state`. Invalid: `rule_broken` (R21).
    """
    line = await _LOCKED.get(session, helper_id, version)
    await open_activity(session, line.activity_id, Deed.CHANGE)
    fields = line.patched(ActivityHelperFields, patch)
    warnings_of(check_task(fields))
    line.take(fields)
    ACTIVITY_COLLECTION.tell(session, "changed", line.activity_id)


async def drop_helper(session: SchoolSession, helper_id: UUID, version: int) -> None:
    """They do not help after all, and their time is free.

    Raises:
        NotFound, Stale. Conflict: `wrong_state`.
    """
    line = await _LOCKED.get(session, helper_id, version)
    await open_activity(session, line.activity_id, Deed.CHANGE)
    moments = await _moments_of(session, line)
    await session.delete(line)
    await claim_anew(session, line.activity_id, *moments)
    ACTIVITY_COLLECTION.tell(session, "changed", line.activity_id)


async def _moments_of(session: SchoolSession, line: ActivityHelper) -> list[ActivityMoment]:
    """At which they help."""
    moments = [one for one in await moments_of(session, line.activity_id) if line.moment_id in (None, one.id)]
    if line.moment_id and not moments:
        raise Invalid(DOES_NOT_EXIST, Detail("/moment_id", DOES_NOT_EXIST))
    return moments


async def _check_person(session: SchoolSession, fields: ActivityHelperFields) -> None:
    """A name that the caller may not see is not found out by asking them to help."""
    for field, table, sees in _SEEN:
        if person_id := getattr(fields, field):
            this = (col(table.school_id) == session.principal.school_id, col(table.id) == person_id)
            if await session.scalar(select(col(table.id)).where(*this, sees(session.viewer, col(table.id)))) is None:
                raise Invalid(DOES_NOT_EXIST, Detail(f"/{field}", DOES_NOT_EXIST))
