"""Parents who find the idea of another a good one too."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.activities.models.ideas import Idea, IdeaSupport
from domain.activities.queries.idea_visibility import sees_idea
from domain.activities.rules.ideas import OWN_IDEA
from domain.kernel.errors import FORBIDDEN, Conflict, Forbidden
from domain.kernel.session import SchoolSession


async def support(session: SchoolSession, idea_id: UUID) -> None:
    """A guardian finds it a good idea too; saying so twice is once. No event tells who did.

    Raises:
        NotFound. Forbidden: for who is no guardian. Conflict: `own_idea`.
    """
    guardian_id = _guardian(session)
    idea = await session.get_row(Idea, idea_id, sees_idea(session.viewer))
    if idea.guardian_id == guardian_id:
        raise Conflict(OWN_IDEA)
    if await _support_of(session, idea, guardian_id) is None:
        session.add(IdeaSupport(school_id=idea.school_id, idea_id=idea.id, guardian_id=guardian_id))
        idea.touch()


async def withdraw_support(session: SchoolSession, idea_id: UUID, version: int) -> None:
    """
    Raises:
        NotFound, Stale. Forbidden: for who is no guardian.
    """
    guardian_id = _guardian(session)
    idea = await session.get_row(Idea, idea_id, sees_idea(session.viewer), version=version)
    if found := await _support_of(session, idea, guardian_id):
        await session.delete(found)
        idea.touch()


async def _support_of(session: SchoolSession, idea: Idea, guardian_id: UUID) -> IdeaSupport | None:
    of_idea = (col(IdeaSupport.school_id) == idea.school_id, col(IdeaSupport.idea_id) == idea.id)
    return await session.find_row(select(IdeaSupport).where(*of_idea, col(IdeaSupport.guardian_id) == guardian_id))


def _guardian(session: SchoolSession) -> UUID:
    if session.principal.guardian_id is None:
        raise Forbidden(FORBIDDEN)
    return session.principal.guardian_id
