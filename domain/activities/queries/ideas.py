"""How ideas go out: never whose they are, to other parents."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlmodel import col

from domain.activities.models.idea_reads import IdeaRead
from domain.activities.models.ideas import Idea, IdeaKind, IdeaStatus, IdeaSupport
from domain.activities.queries.idea_visibility import is_mine, reads_idea_as_team, sees_idea
from domain.kernel.page import PageQuery
from domain.kernel.principal import Viewer
from domain.kernel.read import Computed, Document, Listing, there_is
from domain.school.models.words import Level

_SUPPORTS = (col(IdeaSupport.school_id) == col(Idea.school_id), col(IdeaSupport.idea_id) == col(Idea.id))


def _for_the_team(viewer: Viewer, column: Any) -> ColumnElement[Any]:
    return case((reads_idea_as_team(viewer), column))


def _whose(column: Any) -> Computed:
    return lambda reading: case((or_(reads_idea_as_team(reading.viewer), is_mine(reading.viewer)), column))


IDEA = Document(
    IdeaRead,
    Idea,
    visible=sees_idea,
    computed={
        "guardian_id": _whose(col(Idea.guardian_id)),
        "student_id": _whose(col(Idea.student_id)),
        "entered_by_id": lambda reading: _for_the_team(reading.viewer, col(Idea.entered_by_id)),
        "is_mine": lambda reading: is_mine(reading.viewer),
        "support_count": lambda _: (
            select(func.count()).where(*_SUPPORTS).correlate_except(IdeaSupport).scalar_subquery()
        ),
        "i_support": lambda reading: there_is(
            IdeaSupport, *_SUPPORTS, col(IdeaSupport.guardian_id) == reading.viewer.guardian_id
        ),
    },
)


class IdeaQuery(PageQuery):
    """Which ideas."""

    activity_id: UUID | None = None
    kind: IdeaKind | None = None
    status: IdeaStatus | None = None
    level: Level | None = None
    class_id: UUID | None = None


IDEAS = Listing(IDEA, sorts={"created_at": col(Idea.created_at)})
