"""Questions that visitors asked on the way: written down, heard again, answered."""

from uuid import UUID

from domain.activities.actions.tour_parts import get_tour
from domain.activities.models.tour_questions import AnswerToGive, TourQuestion, TourQuestionFields
from domain.activities.models.tour_stops import TourStop
from domain.activities.queries.activities import get_activity
from domain.activities.queries.tour_questions import QUESTIONS
from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, NOT_FOUND, Detail, Invalid, NotFound
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


async def ask_on_the_way(session: SchoolSession, activity_id: UUID, fields: TourQuestionFields) -> TourQuestion:
    """Write down what was asked; not who asked, and not who wrote it down.

    Raises:
        NotFound, Invalid: as everywhere; `not_a_tour`.
    """
    tour = await get_tour(session, activity_id)
    if fields.stop_id:
        stop = await session.get(TourStop, (tour.school_id, fields.stop_id))
        if stop is None or stop.activity_id != tour.id:
            raise Invalid(DOES_NOT_EXIST, Detail("/stop_id", DOES_NOT_EXIST))
    question = TourQuestion.of(tour.school_id, fields, activity_id=tour.id)
    session.add(question)
    _tell(session, question, "asked")
    return question


async def hear_again(session: SchoolSession, activity_id: UUID, question_id: UUID) -> None:
    """The same was asked once more."""
    question = await _get(session, activity_id, question_id)
    question.heard += 1
    _tell(session, question, "heard")


async def answer(session: SchoolSession, activity_id: UUID, question_id: UUID, given: AnswerToGive) -> None:
    """Give the answer of the team, or a better one."""
    question = await _get(session, activity_id, question_id)
    question.answer = given.model_dump(mode="json")["answer"]
    question.answered_at = clock.now()
    _tell(session, question, "answered")


async def _get(session: SchoolSession, activity_id: UUID, question_id: UUID) -> TourQuestion:
    activity = await get_activity(session, activity_id)
    question = await session.get_row(TourQuestion, question_id, QUESTIONS.visible(session.viewer))
    if question.activity_id != activity.id:
        raise NotFound(NOT_FOUND)
    return question


def _tell(session: SchoolSession, question: TourQuestion, deed: str) -> None:
    with session.by_itself():
        record(session, f"tour_question.{deed}", "activities", question.activity_id, question_id=question.id)
