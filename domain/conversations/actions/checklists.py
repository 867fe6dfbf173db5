"""The checklist in use: copied from the catalogue when it is first needed, then the team's own."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col

from domain.catalogue.models import ChecklistPoint
from domain.catalogue.queries import WITH_EXAMPLES, Variant
from domain.conversations.models.checklist import ChecklistItem, OwnPointFields, PointInUse, TickFields
from domain.conversations.queries.checklist_points import last_position, points_of
from domain.conversations.queries.life import get_life
from domain.conversations.queries.locked import Locked
from domain.conversations.queries.record import CHECKLIST_ITEM
from domain.kernel import clock
from domain.kernel.errors import NOT_FOUND, Conflict, Message, NotFound
from domain.kernel.principal import Principal
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession

COPIED = Message(
    "checklist_exists",
    "Dit gesprek heeft al een checklist. Vul die aan.",
    "Cet entretien a déjà un aide-mémoire. Complétez-le.",
    "This conversation has a checklist already. Add to that one.",
)

_ITEM = Locked(ChecklistItem, CHECKLIST_ITEM.visible)


async def copy_checklist(session: SchoolSession, conversation_id: UUID, variant: Variant) -> None:
    """Copy the points that the school has for this form; what changes there later, leaves this copy as it is (R36).

    Raises:
        Conflict: `checklist_exists`.
        NotFound: for who does not see the conversation, and for a form without a checklist.
        Forbidden: for who does not run it.
    """
    life = await get_life(session, conversation_id)
    life.ensure_run_by(session.principal)
    copied = col(ChecklistItem.source_point_id).is_not(None)
    if await last_position(session, ChecklistItem, _of(conversation_id), copied):
        raise Conflict(COPIED)
    points = await points_of(session, life.conversation.meeting_type)
    if not points:
        raise NotFound(NOT_FOUND)
    here: dict[str, Any] = {"school_id": session.principal.school_id, "conversation_id": conversation_id}
    session.add_all(ChecklistItem(**here, **point) for point in copies_of(points, variant))


def copies_of(points: Sequence[ChecklistPoint], variant: Variant) -> Iterator[dict[str, Any]]:
    """What a point in use takes over from each point of the catalogue."""
    for position, point in enumerate(points, 1):
        yield {
            "source_point_id": point.id,
            "phase": point.phase,
            "text": point.text,
            "example": point.example if variant == WITH_EXAMPLES else None,
            "is_essential": point.essential,
            "position": position,
        }


async def add_own_point(session: SchoolSession, conversation_id: UUID, fields: OwnPointFields) -> ChecklistItem:
    """A point of the team's own, after the others of its phase.

    Raises:
        NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, conversation_id)
    life.ensure_run_by(session.principal)
    position = await last_position(session, ChecklistItem, _of(conversation_id)) + 1
    item = ChecklistItem.of(session.principal.school_id, fields, conversation_id=conversation_id, position=position)
    session.add(item)
    return item


async def tick(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """Tick a point, take the tick away, or note something beside it.

    Raises:
        NotFound, Forbidden, Stale: as everywhere.
    """
    item = await _ITEM.get(session, row_id, version)
    (await get_life(session, item.conversation_id)).ensure_run_by(session.principal)
    note_tick(item, patch, session.principal)


def note_tick(item: PointInUse, patch: Fields, principal: Principal) -> None:
    """Write the tick over the point, and who set it when; taking the tick away takes that away too."""
    was_ticked = item.is_ticked
    item.take(item.patched(TickFields, patch))
    if item.is_ticked != was_ticked:
        item.ticked_at = clock.now() if item.is_ticked else None
        item.ticked_by_id = principal.staff_id if item.is_ticked else None


def _of(conversation_id: UUID) -> ColumnElement[bool]:
    return col(ChecklistItem.conversation_id) == conversation_id
