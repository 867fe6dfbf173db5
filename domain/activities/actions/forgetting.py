"""What of activities has served its time."""

from sqlalchemy import select
from sqlmodel import col

from domain.activities.actions.leads import erase
from domain.activities.models.leads import Lead
from domain.kernel import clock
from domain.kernel.session import SchoolSession


async def forget_old_leads(session: SchoolSession) -> None:
    """Of the session's school: families who did not enrol by the day that was set."""
    here = (col(Lead.school_id) == session.principal.school_id, col(Lead.keep_until) <= clock.now().date())
    for lead in await session.rows(select(Lead).where(*here)):
        await erase(session, lead)
