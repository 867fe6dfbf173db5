"""The timetable of a whole evening."""

import asyncio
from uuid import UUID

from fastapi import APIRouter, Response

from api.conferences.timetables.asking import SessionId, TimetableReader, facts_of
from domain.conferences.models.timetables.read import EveningTimetable
from domain.conferences.queries.timetables.sheets import EVENING
from domain.conferences.timetables.evening import evening_timetable

router = APIRouter(prefix="/v1/conference-rounds", tags=["conferences"])
AT = "/{row_id}/timetable"


@router.get(
    AT, operation_id="get_timetable", summary="Get: the timetable of an evening", response_model=EveningTimetable
)
async def get_timetable(reader: TimetableReader, row_id: UUID, session_id: SessionId = None) -> Response:
    """Teachers by time, for the staff; no topics. Children and families are named for who may know them."""
    return reader.answer((await evening(reader, row_id, session_id)).model_dump_json())


async def evening(reader: TimetableReader, row_id: UUID, session_id: UUID | None) -> EveningTimetable:
    """All evenings, or one. Thousands of talks take a moment: others need not wait for it."""
    facts = await facts_of(reader, EVENING, row_id, session_id=session_id)
    return await asyncio.to_thread(evening_timetable, facts)
