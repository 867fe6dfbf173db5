"""What visitors asked on the way."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from api.collection import Lang
from api.session import Reader, Writer, reads, writes
from domain.activities.actions.tour_questions import answer, ask_on_the_way, hear_again
from domain.activities.models.tour_questions import AnswerToGive, TourQuestionFields, TourQuestionRead, TourQuestions
from domain.activities.queries.tour_questions import ASKED, JUST_ASKED, QUESTIONS
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/activities/{row_id}/questions", tags=["activities"])
ONE = "/{question_id}"

Visitor = Annotated[Writer, writes(Permission.ACTIVITIES_JOIN)]
Team = Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)]


@router.get("", operation_id="list_tour_questions", summary="List questions of a tour", response_model=TourQuestions)
async def get_questions(
    reader: Annotated[Reader, reads(Permission.ACTIVITIES_READ)], row_id: UUID, lang: Lang = None
) -> Response:
    """The most asked first. Families read what was answered, so that no name slips through."""
    return await reader.one(ASKED, row_id)


@router.post(
    "",
    operation_id="ask_on_tour",
    summary="Write down a question of a visitor",
    response_model=TourQuestionRead,
    status_code=201,
)
async def post_question(writer: Visitor, row_id: UUID, body: TourQuestionFields) -> Response:
    """Without names: neither who asked nor who wrote it down is kept. It goes back this once, to whoever wrote it."""
    question = await ask_on_the_way(writer.session, row_id, body)
    return await writer.answer(JUST_ASKED, question.id, status=201)


@router.post(
    f"{ONE}/heard",
    operation_id="hear_tour_question",
    summary="Hear the same question once more",
    response_model=TourQuestionRead,
)
async def post_heard(writer: Team, row_id: UUID, question_id: UUID) -> Response:
    """Counts how often it was asked: what many ask can be told to all."""
    await hear_again(writer.session, row_id, question_id)
    return await writer.answer(QUESTIONS, question_id)


@router.post(
    f"{ONE}/answer",
    operation_id="answer_tour_question",
    summary="Answer a question of a tour",
    response_model=TourQuestionRead,
)
async def post_answer(writer: Team, row_id: UUID, question_id: UUID, body: AnswerToGive) -> Response:
    """From then on families read the question, with its answer."""
    await answer(writer.session, row_id, question_id, body)
    return await writer.answer(QUESTIONS, question_id)
