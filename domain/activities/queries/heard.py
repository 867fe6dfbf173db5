"""How many parents were heard, before an activity is made for them (R34)."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.ideas import Idea, IdeaSupport
from domain.conferences.models.words import Via
from domain.families.models import Guardian
from domain.kernel.read import there_is

_OF_IT = and_(col(Idea.school_id) == col(Activity.school_id), col(Idea.activity_id) == col(Activity.id))
_NAMELESS = and_(col(Idea.guardian_id).is_(None), col(Idea.via) == literal(Via.STAFF))


def parents_heard() -> ColumnElement[Any]:
    """Of the activity of the statement around it: guardians who brought or support an idea for it, each counted once,
    and chats at the gate without a name. What students bring is welcome, and no parent was heard with it."""
    brought = there_is(Idea, _OF_IT, col(Idea.guardian_id) == col(Guardian.id))
    theirs = and_(
        col(IdeaSupport.school_id) == col(Activity.school_id), col(IdeaSupport.guardian_id) == col(Guardian.id)
    )
    supported = there_is(IdeaSupport, theirs, there_is(Idea, _OF_IT, col(Idea.id) == col(IdeaSupport.idea_id)))
    at_school = col(Guardian.school_id) == col(Activity.school_id)
    named = select(func.count()).select_from(Guardian).where(at_school, or_(brought, supported))
    nameless = select(func.count()).select_from(Idea).where(_OF_IT, _NAMELESS)
    return named.correlate(Activity).scalar_subquery() + nameless.correlate(Activity).scalar_subquery()
