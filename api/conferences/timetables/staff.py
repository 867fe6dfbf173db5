"""The timetable of a teacher."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.conferences.timetables.asking import SessionId, TimetableReader, facts_of
from domain.conferences.models.timetables.read import StaffTimetable
from domain.conferences.queries.timetables.sheets import STAFF_SHEET
from domain.conferences.timetables.staff import staff_timetable

router = APIRouter(prefix="/v1/conference-rounds", tags=["conferences"])
AT = "/{row_id}/timetables/staff/{staff_id}"


@router.get(
    AT, operation_id="get_staff_timetable", summary="Get: the timetable of a teacher", response_model=StaffTimetable
)
async def get_staff_timetable(
    reader: TimetableReader, row_id: UUID, staff_id: UUID, session_id: SessionId = None
) -> Response:
    """Talks with child, class, who comes and topics; breaks and free time; for the teacher and the office."""
    facts = await facts_of(reader, STAFF_SHEET, row_id, staff_id=staff_id, session_id=session_id)
    return reader.answer(staff_timetable(facts, facts.staff[0]).model_dump_json())
