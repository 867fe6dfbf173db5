"""The school year of a plan."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.plans.rules.year import SchoolYear
from domain.school.models.years import AcademicSession


async def year_of(session: SchoolSession, academic_session_id: UUID | None) -> SchoolYear | None:
    """A school year of this school."""
    year = select(col(AcademicSession.id), col(AcademicSession.starts_on), col(AcademicSession.ends_on)).where(
        col(AcademicSession.school_id) == session.principal.school_id, col(AcademicSession.id) == academic_session_id
    )
    found = (await session.execute(year)).one_or_none()
    return SchoolYear(*found) if found else None
