"""The checklist of an activity in use: copied from the catalogue when it is first needed, then the team's own."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col

from domain.activities.actions.activities import open_activity
from domain.activities.models.checklist import ActivityPoint
from domain.activities.queries.checklist import POINT
from domain.activities.rules.helpful_points import form_of
from domain.activities.rules.states import Deed
from domain.catalogue.queries import Variant
from domain.conversations.actions.checklists import copies_of, note_tick
from domain.conversations.models.checklist import OwnPointFields
from domain.conversations.queries.checklist_points import last_position, points_of
from domain.conversations.queries.locked import Locked
from domain.kernel.errors import Conflict, Message
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession

COPIED = Message(
    "checklist_exists",
    "Deze activiteit heeft al een checklist. Vul die aan.",
    "Cette activité a déjà un aide-mémoire. Complétez-le.",
    "This activity has a checklist already. Add to that one.",
)
_LOCKED = Locked(ActivityPoint, POINT.visible)


async def copy_activity_checklist(session: SchoolSession, activity_id: UUID, variant: Variant) -> None:
    """Copy the points that the school has; what changes there later, leaves this copy as it is (R36).

    Raises:
        NotFound. Conflict: `wrong_state`, `checklist_exists`.
    """
    activity = await open_activity(session, activity_id, Deed.TICK)
    if await last_position(session, ActivityPoint, _of(activity_id), col(ActivityPoint.source_point_id).is_not(None)):
        raise Conflict(COPIED)
    points = await points_of(session, form_of(activity.kind))
    here: dict[str, Any] = {"school_id": activity.school_id, "activity_id": activity_id}
    copies = zip(points, copies_of(points, variant), strict=True)
    session.add_all(ActivityPoint(**here, key=point.key, **copied) for point, copied in copies)


async def add_activity_point(session: SchoolSession, activity_id: UUID, fields: OwnPointFields) -> ActivityPoint:
    """A point of the team's own, after the others of its phase.

    Raises:
        NotFound. Conflict: `wrong_state`.
    """
    activity = await open_activity(session, activity_id, Deed.TICK)
    position = await last_position(session, ActivityPoint, _of(activity_id)) + 1
    point = ActivityPoint.of(activity.school_id, fields, activity_id=activity_id, position=position)
    session.add(point)
    return point


async def tick_activity_point(session: SchoolSession, point_id: UUID, patch: Fields, version: int) -> None:
    """Tick a point, take the tick away, or note something beside it.

    Raises:
        NotFound, Stale. Conflict: `wrong_state`.
    """
    point = await _LOCKED.get(session, point_id, version)
    await open_activity(session, point.activity_id, Deed.TICK)
    note_tick(point, patch, session.principal)


def _of(activity_id: UUID) -> ColumnElement[bool]:
    return col(ActivityPoint.activity_id) == activity_id
