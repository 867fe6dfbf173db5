"""The points of a checklist: the catalogue's, and those in use."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from domain.catalogue.models import Checklist, ChecklistPoint
from domain.catalogue.queries import in_view
from domain.conversations.models.checklist import ChecklistItem
from domain.kernel.session import SchoolSession


async def points_of(session: SchoolSession, meeting_type: str) -> list[ChecklistPoint]:
    """As the school sees them: its own words in place of the library's, and nothing that it hides."""
    of_type = select(col(Checklist.id)).where(col(Checklist.meeting_type) == meeting_type)
    wanted = (col(ChecklistPoint.checklist_id).in_(of_type), in_view(ChecklistPoint)(session.viewer))
    return await session.rows(
        select(ChecklistPoint).where(*wanted).order_by(col(ChecklistPoint.position), col(ChecklistPoint.id))
    )


async def last_position(session: SchoolSession, conversation_id: UUID, *more: ColumnElement[bool]) -> int:
    """Of the points there are (that meet the conditions); 0 when there are none."""
    here = (
        col(ChecklistItem.school_id) == session.principal.school_id,
        col(ChecklistItem.conversation_id) == conversation_id,
    )
    return await session.scalar(select(func.max(ChecklistItem.position)).where(*here, *more)) or 0
