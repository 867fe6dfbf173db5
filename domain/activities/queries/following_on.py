"""The next activity with what waits of the one before."""

from sqlalchemy import and_
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.evaluations import ActivityEvaluation
from domain.activities.models.following_on import NextActivityRead
from domain.activities.models.ideas import Idea, IdeaStatus
from domain.activities.queries.ideas import IDEA
from domain.activities.queries.visibility import visible_activity
from domain.kernel.read import Document, looked_up

_WAITING = and_(
    col(Idea.school_id) == col(Activity.school_id),
    col(Idea.activity_id) == col(Activity.made_from_id),
    col(Idea.status) == IdeaStatus.NEW,
)
_BEFORE = (
    col(ActivityEvaluation.school_id) == col(Activity.school_id),
    col(ActivityEvaluation.activity_id) == col(Activity.made_from_id),
)

NEXT_ACTIVITY = Document(
    NextActivityRead,
    Activity,
    visible=visible_activity,
    computed={
        "next_time": lambda _: looked_up(ActivityEvaluation.next_time, *_BEFORE),
        "open_ideas": lambda reading: IDEA.nested(reading, _WAITING, col(Idea.created_at)),
    },
)
