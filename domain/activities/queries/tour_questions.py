"""How questions on the way go out: the team reads all, families what was answered."""

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.tour_questions import TourQuestion, TourQuestionRead, TourQuestions
from domain.activities.queries.visibility import of_activity, of_visible_activity, visible_activity
from domain.conferences.queries.visibility import is_team
from domain.kernel.principal import Viewer
from domain.kernel.read import Document


def _reads_question(viewer: Viewer) -> ColumnElement[bool]:
    """What a visitor said may name somebody: the team has read it before it goes to others."""
    answered = col(TourQuestion.answered_at).is_not(None)
    return or_(is_team(viewer), answered) & of_visible_activity(viewer, col(TourQuestion.activity_id))


QUESTIONS = Document(TourQuestionRead, TourQuestion, visible=_reads_question)
JUST_ASKED = Document(
    TourQuestionRead,
    TourQuestion,
    visible=lambda viewer: of_visible_activity(viewer, col(TourQuestion.activity_id)),
)
"""For whoever wrote it down, as it goes back."""

ASKED = Document(
    TourQuestions,
    Activity,
    visible=visible_activity,
    computed={
        "items": lambda reading: QUESTIONS.nested(
            reading, of_activity(TourQuestion), col(TourQuestion.heard).desc(), col(TourQuestion.id)
        ),
    },
)
