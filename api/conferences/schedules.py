"""Schedules of a round: drafts that a planning job made, and the one that is published."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.session import Reader, Writer, reads, writes
from domain.conferences.actions.publishing import publish
from domain.conferences.models.schedules import PublishFields, ScheduleRead
from domain.conferences.queries.schedules import SCHEDULE, SCHEDULES, ScheduleQuery
from domain.kernel.page import Page
from domain.kernel.permissions import Permission

router = APIRouter(prefix="/v1", tags=["conferences"])

Planner = Annotated[Writer, writes(Permission.ROUNDS_PLAN)]
Everybody = Annotated[Reader, reads(Permission.ROUNDS_READ)]


@router.get(
    "/conference-schedules",
    operation_id="list_conference_schedules",
    summary="List schedules",
    response_model=Page[ScheduleRead],
)
async def list_schedules(reader: Everybody, query: Annotated[ScheduleQuery, Query()]) -> Response:
    """The drafts of a round and the one that is published, the oldest first. Drafts are the office's."""
    return await reader.page(SCHEDULES, query)


@router.get(
    "/conference-schedules/{row_id}",
    operation_id="get_conference_schedule",
    summary="Get: schedule",
    response_model=ScheduleRead,
)
async def get_schedule(reader: Everybody, row_id: UUID) -> Response:
    """What is placed and what is not, and how near this is to the best there can be."""
    return await reader.one(SCHEDULE, row_id)


@router.post(
    "/conference-schedules/{row_id}/publish",
    operation_id="publish_schedule",
    summary="Publish a schedule",
    response_model=ScheduleRead,
)
async def publish_schedule(writer: Planner, row_id: UUID, body: PublishFields) -> Response:
    """Each talk with a time becomes a conversation that holds its people and its room; families are invited.

    All or nothing. Of a round that is published already only what differs is changed: moved talks are asked again,
    those without a time are called off, the others stay untouched.
    """
    await publish(writer.session, row_id, body)
    return await writer.answer(SCHEDULE, row_id)
