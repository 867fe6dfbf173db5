"""What parents and students bring: asked first, answered each, and told what came of it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.activities.actions import ideas, supporting
from domain.activities.models.idea_reads import IdeaAnswerFields, IdeaBroughtFields, IdeaOutcomeFields, IdeaRead
from domain.activities.models.ideas import IdeaPlaceFields
from domain.activities.queries.ideas import IDEA, IDEAS, IdeaQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission
from domain.kernel.row import patch_of

router = APIRouter(prefix="/v1/activity-ideas", tags=["activities"])

IdeaReader = Annotated[Reader, reads(Permission.ACTIVITIES_READ)]
Everybody = Annotated[Writer, writes(Permission.ACTIVITIES_JOIN)]
Team = Annotated[Writer, writes(Permission.ACTIVITIES_WRITE)]
IdeaPlacePatch = patch_of(IdeaPlaceFields)


@router.get("", operation_id="list_activity_ideas", summary="List ideas for activities", response_model=Page[IdeaRead])
async def list_ideas(reader: IdeaReader, query: Annotated[IdeaQuery, Query()]) -> Response:
    """Families find their own, and what others bring for everybody or for their child's class, without names.
    Worries, and moments that suit somebody, are for the team unless the parent said that others may read them (R17)."""
    return await reader.page(IDEAS, query)


@router.post(
    "",
    operation_id="bring_activity_idea",
    summary="Bring an idea for an activity",
    response_model=IdeaRead,
    status_code=201,
)
async def post_idea(writer: Everybody, body: IdeaBroughtFields) -> Response:
    """A topic, a worry, a moment that suits, or something to show. Parents bring their own; the staff write down what
    they heard, with the parent's name or, after a chat at the gate, without. Students bring theirs by the same rules:
    it is their own, also towards their parents, and counts as no parent heard."""
    idea = await ideas.bring(writer.session, body)
    return await writer.created(IDEA, idea.id)


@router.get("/{row_id}", operation_id="get_activity_idea", summary="Get: idea", response_model=IdeaRead)
async def get_idea(reader: IdeaReader, row_id: UUID) -> Response:
    """With the answer of the team, what came of it, and how many parents support it."""
    return await reader.one(IDEA, row_id)


@router.patch(
    "/{row_id}", operation_id="place_activity_idea", summary="Say where an idea belongs", response_model=IdeaRead
)
async def patch_idea(writer: Team, row_id: UUID, body: IdeaPlacePatch) -> Response:  # type: ignore[valid-type]
    """To an activity that is being prepared, a level or a class. The words of a parent stay as they are."""
    await ideas.place(writer.session, row_id, body, writer.expected_version())
    return await writer.answer(IDEA, row_id)


@router.delete("/{row_id}", operation_id="delete_activity_idea", summary="Take an idea back", status_code=204)
async def delete_idea(writer: Everybody, row_id: UUID) -> Response:
    """By who brought it, or wrote it down for a parent. Its support and answer go with it."""
    await ideas.take_back(writer.session, row_id, writer.expected_version())
    return writer.nothing()


@router.post(
    "/{row_id}/support", operation_id="support_activity_idea", summary="Support an idea", response_model=IdeaRead
)
async def post_support(writer: Everybody, row_id: UUID) -> Response:
    """Each parent once. How many support it is told, never who."""
    await supporting.support(writer.session, row_id)
    return await writer.answer(IDEA, row_id)


@router.delete(
    "/{row_id}/support",
    operation_id="withdraw_activity_idea_support",
    summary="Support an idea no longer",
    response_model=IdeaRead,
)
async def delete_support(writer: Everybody, row_id: UUID) -> Response:
    """If-Match is the ETag of the idea."""
    await supporting.withdraw_support(writer.session, row_id, writer.expected_version())
    return await writer.answer(IDEA, row_id)


@router.post("/{row_id}/answer", operation_id="answer_activity_idea", summary="Answer an idea", response_model=IdeaRead)
async def post_answer(writer: Team, row_id: UUID, body: IdeaAnswerFields) -> Response:
    """The team answers each idea. Who sees the idea reads the answer, so it names nobody."""
    await ideas.answer(writer.session, row_id, body)
    return await writer.answer(IDEA, row_id)


@router.post(
    "/{row_id}/report-back",
    operation_id="report_back_activity_idea",
    summary="Tell what came of an idea",
    response_model=IdeaRead,
)
async def post_outcome(writer: Team, row_id: UUID, body: IdeaOutcomeFields) -> Response:
    """What the school did with it, and the activity that came of it: who is heard once speaks again."""
    await ideas.report_back(writer.session, row_id, body)
    return await writer.answer(IDEA, row_id)
