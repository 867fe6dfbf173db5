"""What of activities has served its time."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlmodel import col

from domain.activities.actions.ideas import erase_idea
from domain.activities.actions.leads import erase
from domain.activities.models.ideas import Idea, IdeaSupport
from domain.activities.models.leads import Lead
from domain.kernel import clock
from domain.kernel.replay import forget_about
from domain.kernel.session import SchoolSession
from domain.school.calendar import school_year_of

SCHOOL_YEARS = 2
"""How many whole school years an idea is kept after the one in which it was brought."""
_NAMED = func.num_nonnulls(col(Idea.guardian_id), col(Idea.student_id), col(Idea.entered_by_id)) > 0


async def forget_old_leads(session: SchoolSession) -> None:
    """Of the session's school: families who did not enrol by the day that was set."""
    here = (col(Lead.school_id) == session.principal.school_id, col(Lead.keep_until) <= clock.now().date())
    for lead in await session.rows(select(Lead).where(*here)):
        await erase(session, lead)


async def forget_old_ideas(session: SchoolSession) -> None:
    """Of the session's school. When an activity was made of it, an idea stays as where that came from, and is nobody's:
    who brought it and who supported it goes."""
    old = (col(Idea.school_id) == session.principal.school_id, col(Idea.created_at) < _first_day_kept())
    for idea in await session.rows(select(Idea).where(*old, col(Idea.outcome_activity_id).is_(None))):
        await erase_idea(session, idea)
    for idea in await session.rows(select(Idea).where(*old, _NAMED)):
        idea.guardian_id = idea.student_id = idea.entered_by_id = None
        theirs = (col(IdeaSupport.school_id) == idea.school_id, col(IdeaSupport.idea_id) == idea.id)
        await session.execute(delete(IdeaSupport).where(*theirs))
        await forget_about(session, idea.id)


def _first_day_kept() -> datetime:
    now = clock.now()
    return datetime(school_year_of(now.date()) - SCHOOL_YEARS, 9, 1, tzinfo=now.tzinfo)
