"""How many parents were heard about an activity before it is decided (R34)."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select, union
from sqlmodel import col

from domain.activities.models.ideas import Idea, IdeaSupport
from domain.kernel.session import SchoolSession


async def parents_heard(session: SchoolSession, activity_id: UUID) -> int:
    """Guardians who brought or support an idea for it, each counted once, and chats at the gate without a name."""
    here = and_(col(Idea.school_id) == session.principal.school_id, col(Idea.activity_id) == activity_id)
    named = union(
        select(col(Idea.guardian_id).label("guardian_id")).where(here, col(Idea.guardian_id).is_not(None)),
        select(col(IdeaSupport.guardian_id)).join(Idea, _supported()).where(here),
    ).subquery()
    nameless = select(func.count()).where(here, col(Idea.guardian_id).is_(None)).scalar_subquery()
    return await session.scalar(select(func.count(named.c.guardian_id) + nameless)) or 0


def _supported() -> ColumnElement[bool]:
    return and_(col(Idea.school_id) == col(IdeaSupport.school_id), col(Idea.id) == col(IdeaSupport.idea_id))
