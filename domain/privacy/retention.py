"""What has served its time goes: answers kept for a repeat, the feed's tail, notes past their day, what old messages
said, addresses of visits, families who did not enrol, old ideas, unused bundles, problems
that were planned. And what would wait for ever ends: lost jobs."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlmodel import col

from domain.activities.actions.forgetting import forget_old_ideas, forget_old_leads
from domain.conferences.actions.forgetting import forget_old_rounds
from domain.conferences.actions.planner_runs import forget_old_runs
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.notes import Note
from domain.conversations.models.questions import ConversationQuestion
from domain.kernel import clock, events, replay
from domain.kernel.database import Database
from domain.kernel.lost_jobs import end_lost_jobs
from domain.kernel.row import PLATFORM
from domain.kernel.session import SchoolSession
from domain.messaging.actions.forgetting import forget_old_messages
from domain.roster.actions import forget_old_uploads
from domain.school.models.schools import School
from domain.visits.actions.forgetting import forget_old_visits

NOTED = timedelta(days=365)
"""How long after a conversation the team reads what it noted with a question."""


async def forget_what_served(database: Database) -> int:
    """Go through the schools one by one, each in a transaction of its own.

    Returns:
        How many schools there are.
    """
    schools = await all_schools(database)
    for school_id in schools:
        await forget_in(database, school_id)
    return len(schools)


async def all_schools(database: Database) -> list[UUID]:
    """Of the platform."""
    async with database.working_for(PLATFORM) as session:
        return list((await session.execute(select(col(School.school_id)))).scalars())


async def forget_in(database: Database, school_id: UUID) -> None:
    """The same for one school."""
    async with database.working_for(school_id) as session:
        await _forget(session)


async def _forget(session: SchoolSession) -> None:
    here = session.principal.school_id
    await replay.forget_old(session)
    await forget_old_uploads(session)
    await forget_old_runs(session)
    await end_lost_jobs(session)
    await forget_old_rounds(session)
    await forget_old_messages(session)
    await forget_old_visits(session)
    await forget_old_leads(session)
    await forget_old_ideas(session)
    await session.execute(
        delete(events.Event).where(
            col(events.Event.school_id) == here, col(events.Event.occurred_at) < clock.now() - events.KEPT
        )
    )
    last_year = select(col(Conversation.id)).where(
        col(Conversation.school_id) == here, col(Conversation.ends_at) < clock.now() - NOTED
    )
    await session.execute(
        update(ConversationQuestion)
        .where(
            col(ConversationQuestion.school_id) == here,
            col(ConversationQuestion.note).is_not(None),
            col(ConversationQuestion.conversation_id).in_(last_year),
        )
        .values(note=None)
    )
    await session.execute(delete(Note).where(col(Note.school_id) == here, col(Note.ends_on) <= clock.now().date()))
