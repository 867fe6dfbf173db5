"""Whom an activity missed, as tasks for people."""

from uuid import UUID

from sqlmodel import col

from domain.activities.actions.naming import check_named
from domain.activities.models.missed import MissedFamily, MissedFamilyChangeFields, MissedFamilyFields
from domain.activities.models.words import ActivityStatus
from domain.activities.queries.activities import get_activity
from domain.activities.queries.missed import sees_missed
from domain.activities.rules.evaluating import NOT_HELD
from domain.families.models import Student
from domain.families.queries import reads_as_school
from domain.kernel import clock
from domain.kernel.errors import Conflict
from domain.kernel.events import record
from domain.kernel.row import Fields, new_id
from domain.kernel.session import SchoolSession

LOOKED_BACK_ON = {ActivityStatus.HELD, ActivityStatus.EVALUATED}


async def note_missed(session: SchoolSession, activity_id: UUID, fields: MissedFamilyFields) -> MissedFamily:
    """
    Raises:
        NotFound. Conflict: `activity_not_held`, `already_exists` for the same family and the same way.
        Invalid: pointing at a student of whom the caller does not read as the school.
    """
    activity = await get_activity(session, activity_id, lock=True)
    if activity.status not in LOOKED_BACK_ON:
        raise Conflict(NOT_HELD)
    known = reads_as_school(session.viewer, col(Student.id))
    await check_named(session, Student, fields.student_id, known, "/student_id")
    missed = MissedFamily.of(activity.school_id, fields, id=new_id(), activity_id=activity.id)
    session.add(missed)
    _tell(session, "noted", missed)
    return missed


async def change_missed(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """Another way, somebody else, another day; or it was done.

    Raises:
        NotFound, Stale.
    """
    missed = await session.get_row(MissedFamily, row_id, sees_missed(session.viewer), version=version)
    fields, was_done = missed.patched(MissedFamilyChangeFields, patch), missed.is_done
    missed.take(fields)
    if fields.is_done != was_done:
        missed.done_at = clock.now() if fields.is_done else None
        missed.done_by_id = session.principal.staff_id if fields.is_done else None
    _tell(session, "done" if fields.is_done and not was_done else "changed", missed)


def _tell(session: SchoolSession, deed: str, missed: MissedFamily) -> None:
    record(session, f"missed_family.{deed}", "missed-families", missed.id, activity_id=missed.activity_id)
