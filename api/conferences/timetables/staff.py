"""The timetable of a teacher."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.conferences.timetables.asking import SessionId, TimetableReader, facts_of
from api.printing.paper import AS_PDF, PageLanguage, Size, paper
from api.printing.timetables.staff import staff_pages
from domain.conferences.models.timetables.read import StaffTimetable
from domain.conferences.queries.timetables.sheets import STAFF_SHEET
from domain.conferences.timetables.staff import staff_timetable
from domain.kernel.text import OWN_LANGUAGES

router = APIRouter(prefix="/v1/conference-rounds", tags=["conferences"])
AT = "/{row_id}/timetables/staff/{staff_id}"


@router.get(
    f"{AT}.pdf", operation_id="print_staff_timetable", summary="Print the timetable of a teacher", **AS_PDF
)
async def print_staff_timetable(  # noqa: PLR0917 - FastAPI names every parameter
    reader: TimetableReader,
    row_id: UUID,
    staff_id: UUID,
    session_id: SessionId = None,
    lang: PageLanguage = None,
    size: Size = "normal",
) -> Response:
    """One page to keep at hand: it holds names and topics, so it is for this teacher only."""
    sheet = paper(reader.request, lang, size, among=OWN_LANGUAGES)
    facts = await facts_of(reader, STAFF_SHEET, row_id, staff_id=staff_id, session_id=session_id, everything=True)
    page = staff_pages(sheet.words, [staff_timetable(facts, facts.staff[0])])
    return await sheet.answer("staff_timetable", "talks", page)


@router.get(
    AT, operation_id="get_staff_timetable", summary="Get: the timetable of a teacher", response_model=StaffTimetable
)
async def get_staff_timetable(
    reader: TimetableReader, row_id: UUID, staff_id: UUID, session_id: SessionId = None
) -> Response:
    """Talks with child, class, who comes and topics; breaks and free time; for the teacher and the office."""
    facts = await facts_of(reader, STAFF_SHEET, row_id, staff_id=staff_id, session_id=session_id)
    return reader.answer(staff_timetable(facts, facts.staff[0]).model_dump_json())
