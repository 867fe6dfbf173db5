"""The points of a checklist: the catalogue's, and those in use."""

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from domain.catalogue.models import Checklist, ChecklistPoint
from domain.catalogue.queries import POINT_PLACE, in_view
from domain.conversations.models.checklist import PointInUse
from domain.kernel.session import SchoolSession


async def points_of(session: SchoolSession, meeting_type: str) -> list[ChecklistPoint]:
    """As the school sees them: its own words in place of the library's, and nothing that it hides."""
    of_type = select(col(Checklist.id)).where(col(Checklist.meeting_type) == meeting_type)
    wanted = (col(ChecklistPoint.checklist_id).in_(of_type), in_view(ChecklistPoint)(session.viewer))
    return await session.rows(select(ChecklistPoint).where(*wanted).order_by(POINT_PLACE, col(ChecklistPoint.id)))


async def last_position(session: SchoolSession, table: type[PointInUse], *here: ColumnElement[bool]) -> int:
    """Of the points in use that meet the conditions; 0 when there are none."""
    of_school = col(table.school_id) == session.principal.school_id
    return await session.scalar(select(func.max(table.position)).where(of_school, *here)) or 0
