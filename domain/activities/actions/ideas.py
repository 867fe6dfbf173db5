"""Bringing an idea, taking it back, answering it, and saying what came of it."""

from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from domain.activities.actions.bringing import bringer_of
from domain.activities.actions.naming import check_named
from domain.activities.models.activities import Activity
from domain.activities.models.idea_reads import IdeaAnswerFields, IdeaBroughtFields, IdeaOutcomeFields
from domain.activities.models.ideas import Idea, IdeaFields, IdeaPlaceFields, IdeaStatus
from domain.activities.queries.idea_visibility import reads_idea_as_team, sees_idea, wrote_idea
from domain.activities.queries.visibility import visible_activity
from domain.activities.rules.ideas import NOT_ANSWERED
from domain.conferences.models.words import Via
from domain.kernel import clock
from domain.kernel.errors import FORBIDDEN, Conflict, Forbidden
from domain.kernel.events import record
from domain.kernel.replay import forget_about
from domain.kernel.row import Fields, new_id
from domain.kernel.session import SchoolSession


async def bring(session: SchoolSession, fields: IdeaBroughtFields, via: Via = Via.APP) -> Idea:
    """`via` is how it came in when they bring it themselves.

    Raises:
        Invalid: pointing at whom or what the caller may not see.
    """
    bringer = await bringer_of(session, fields.guardian_id, via)
    await _check_place(session, fields)
    said = IdeaFields.model_validate(fields.model_dump(include=set(IdeaFields.model_fields)))
    idea = Idea.of(session.principal.school_id, said, id=new_id(), **bringer._asdict())
    session.add(idea)
    _tell(session, "brought", idea)
    return idea


async def place(session: SchoolSession, idea_id: UUID, patch: Fields, version: int) -> None:
    """Say where an idea belongs, such as to the activity that is being prepared.

    Raises:
        NotFound, Stale, Forbidden. Invalid: pointing at an activity that is not there.
    """
    idea = await _for_the_team(session, idea_id, version)
    fields = idea.patched(IdeaPlaceFields, patch)
    await _check_place(session, fields)
    idea.take(fields)


async def take_back(session: SchoolSession, idea_id: UUID, version: int) -> None:
    """
    Raises:
        NotFound, Stale. Forbidden: for who neither brought it nor wrote it down.
    """
    await erase_idea(session, await _get(session, idea_id, wrote_idea(session.viewer), version))


async def erase_idea(session: SchoolSession, idea: Idea) -> None:
    """Its support and every answer kept for a repeat go with it; the feed keeps a tombstone."""
    await session.delete(idea)
    await forget_about(session, idea.id)
    _tell(session, "deleted", idea)


async def answer(session: SchoolSession, idea_id: UUID, fields: IdeaAnswerFields) -> None:
    """What the team says, in place of what it said before.

    Raises:
        NotFound, Forbidden.
    """
    idea = await _for_the_team(session, idea_id)
    idea.answer, idea.answer_language = fields.words, fields.language
    idea.answered_by_id, idea.answered_at = session.principal.staff_id, clock.now()
    idea.status = IdeaStatus.ANSWERED
    _tell(session, "answered", idea)


async def report_back(session: SchoolSession, idea_id: UUID, fields: IdeaOutcomeFields) -> None:
    """What the school did with it.

    Raises:
        NotFound, Forbidden. Conflict: `idea_not_answered`. Invalid: pointing at an activity that is not there.
    """
    idea = await _for_the_team(session, idea_id)
    if idea.status != IdeaStatus.ANSWERED:
        raise Conflict(NOT_ANSWERED)
    await check_named(session, Activity, fields.activity_id, visible_activity(session.viewer), "/activity_id")
    idea.outcome, idea.outcome_language = fields.words, fields.language
    idea.outcome_activity_id, idea.reported_at = fields.activity_id, clock.now()
    _tell(session, "reported_back", idea)


async def _for_the_team(session: SchoolSession, idea_id: UUID, version: int | None = None) -> Idea:
    return await _get(session, idea_id, reads_idea_as_team(session.viewer), version)


async def _get(session: SchoolSession, idea_id: UUID, may: ColumnElement[bool], version: int | None) -> Idea:
    """The idea, for who sees it and may."""
    idea = await session.get_row(Idea, idea_id, sees_idea(session.viewer), version=version)
    this = (col(Idea.school_id) == idea.school_id, col(Idea.id) == idea.id)
    if await session.scalar(select(col(Idea.id)).where(*this, may)) is None:
        raise Forbidden(FORBIDDEN)
    return idea


async def _check_place(session: SchoolSession, fields: IdeaPlaceFields) -> None:
    await check_named(session, Activity, fields.activity_id, visible_activity(session.viewer), "/activity_id")


def _tell(session: SchoolSession, deed: str, idea: Idea) -> None:
    record(session, f"activity_idea.{deed}", "activity-ideas", idea.id, activity_id=idea.activity_id)
