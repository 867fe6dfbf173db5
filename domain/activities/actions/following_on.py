"""The next activity, from one that was."""

from uuid import UUID

from domain.activities.models.activities import Activity, ActivityFields
from domain.activities.queries.activities import get_activity
from domain.kernel.events import record
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession

NOT_AGAIN = {"class_ids", "parents_asked", "budget_cents", "made_from_id"}
"""Chosen, counted and asked anew."""


async def make_next(session: SchoolSession, activity_id: UUID) -> Activity:
    """Words, forms, languages, material and access stay; nobody has been asked or invited yet.

    Raises:
        NotFound.
    """
    before = await get_activity(session, activity_id)
    same = {name: getattr(before, name) for name in ActivityFields.model_fields if name not in NOT_AGAIN}
    fields = ActivityFields.model_validate({**same, "made_from_id": before.id})
    made = Activity.of(before.school_id, fields, id=new_id(), created_by_id=session.principal.staff_id)
    session.add(made)
    record(session, "activity.created", "activities", made.id, made_from_id=before.id)
    return made
