"""Schedules of a round: drafts that a planning job made, and the one that is published."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.answers import SVG, Svg
from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.comparing import compare
from domain.conferences.actions.publishing import publish
from domain.conferences.drawing.curve import draw_curve
from domain.conferences.models.curve import CurveShown
from domain.conferences.models.left_out import LeftOutOf, LeftOutTalks
from domain.conferences.models.schedules import Comparison, PublishFields, ScheduledTalkRead, ScheduleRead
from domain.conferences.queries.left_out import LEFT_OUT
from domain.conferences.queries.schedule_curve import SCHEDULE_CURVE
from domain.conferences.queries.scheduled_talks import TALKS, TalkQuery, TalksOf
from domain.conferences.queries.schedules import SCHEDULE, SCHEDULES, ScheduleQuery
from domain.conferences.rules.left_out import told
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1/conference-schedules", tags=["conferences"])

Planner = Annotated[Writer, writes(Permission.ROUNDS_PLAN)]
Everybody = Annotated[Reader, reads(Permission.ROUNDS_READ)]


@router.get(
    "",
    operation_id="list_conference_schedules",
    summary="List schedules",
    response_model=Page[ScheduleRead],
)
async def list_schedules(reader: Everybody, query: Annotated[ScheduleQuery, Query()]) -> Response:
    """The drafts of a round and the one that is published, the oldest first. Drafts are the office's."""
    return await reader.page(SCHEDULES, query)


@router.get(
    "/{row_id}",
    operation_id="get_conference_schedule",
    summary="Get: schedule",
    response_model=ScheduleRead,
)
async def get_schedule(reader: Everybody, row_id: UUID) -> Response:
    """What is placed and what is not, how long families wait, and how near this is to the best there can be."""
    return await reader.one(SCHEDULE, row_id)


@router.get(
    "/{row_id}/talks",
    operation_id="list_scheduled_talks",
    summary="List the talks of a schedule",
    response_model=Page[ScheduledTalkRead],
)
async def list_talks(reader: Everybody, row_id: UUID, query: Annotated[TalkQuery, Query()]) -> Response:
    """Those with a time, the earliest first. Teachers find their own of the published one; families have theirs as
    conversations."""
    await reader.body(SCHEDULE, row_id)
    return await reader.page(TALKS, TalksOf(schedule_id=row_id, **query.model_dump()))


@router.get(
    "/{row_id}/left-out",
    operation_id="list_left_out_talks",
    summary="List the talks without a time",
    response_model=LeftOutTalks,
)
async def list_left_out(reader: Everybody, row_id: UUID) -> Response:
    """Why, and the least that would help, in words for the family. A family finds its own only, once it is published;
    nothing tells of another family."""
    found = LeftOutOf.model_validate_json(await reader.body(LEFT_OUT, row_id))
    return reader.answer(told(found, reader.language).model_dump_json())


@router.get(
    "/{row_id}/compare",
    operation_id="compare_schedules",
    summary="Compare two schedules",
    response_model=Comparison,
)
async def compare_schedules(
    writer: Planner,
    row_id: UUID,
    other: Annotated[
        UUID | None, Query(alias="with", description="Of the same round. Left out: the one that it is based on.")
    ] = None,
) -> Response:
    """Side by side: the figures, and which talks come, go and move."""
    found = Comparison.model_validate(await compare(writer.session, row_id, other))
    return writer.reply_with(found)


@router.get(
    "/{row_id}/curve.svg",
    operation_id="get_schedule_curve",
    summary="Get: the score over time as a picture",
    response_class=Svg,
)
async def get_curve(reader: Everybody, row_id: UUID) -> Response:
    """How the planner came to this schedule, with the bound that is proven; told in words too."""
    curve = CurveShown.model_validate_json(await reader.body(SCHEDULE_CURVE, row_id))
    return reader.answer(draw_curve(curve, reader.language, row_id), SVG)


@router.post(
    "/{row_id}/publish",
    operation_id="publish_schedule",
    summary="Publish a schedule",
    response_model=ScheduleRead,
)
async def publish_schedule(writer: Planner, row_id: UUID, body: PublishFields) -> Response:
    """Each talk with a time becomes a conversation that holds its people and its room; families are invited.

    All or nothing. Of a round that is published already only what differs is changed: moved talks are asked again,
    those without a time are called off, the others stay untouched. So do talks that were booked, moved or called
    off after this was planned: `changed_since` of the figures says how many.
    """
    await publish(writer.session, row_id, body)
    return await writer.answer(SCHEDULE, row_id)
