"""The timetable of a teacher."""

import asyncio
from uuid import UUID

from fastapi import APIRouter, Response

from api.conferences.timetables.asking import SessionId, TimetableReader, facts_of
from api.conferences.timetables.calendars import staff_calendar
from api.conferences.timetables.sheets import staff_sheets
from api.files.calendar import AS_ICS
from api.files.workbook import AS_XLSX, workbook, workbook_answer
from api.printing.paper import AS_PDF, PageLanguage, Size, page_language, paper
from api.printing.timetables.staff import staff_pages
from api.printing.words import Words
from domain.conferences.models.timetables.read import StaffTimetable
from domain.conferences.queries.timetables.sheets import STAFF_SHEET
from domain.conferences.timetables.staff import staff_timetable
from domain.kernel.text import OWN_LANGUAGES

router = APIRouter(prefix="/v1/conference-rounds", tags=["conferences"])
AT = "/{row_id}/timetables/staff/{staff_id}"


@router.get(f"{AT}.pdf", operation_id="print_staff_timetable", summary="Print the timetable of a teacher", **AS_PDF)
async def print_staff_timetable(
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


@router.get(f"{AT}.ics", operation_id="get_staff_calendar", summary="Get: a teacher's talks for a calendar", **AS_ICS)
async def get_staff_calendar(
    reader: TimetableReader, row_id: UUID, staff_id: UUID, lang: PageLanguage = None
) -> Response:
    """Each talk with the given name and class of the child; no topics, as calendars travel."""
    words = Words(page_language(reader.request, lang, OWN_LANGUAGES))
    facts = await facts_of(reader, STAFF_SHEET, row_id, staff_id=staff_id, everything=True)
    return staff_calendar(reader.request, words, facts)


@router.get(
    f"{AT}.xlsx", operation_id="get_staff_workbook", summary="Get: a teacher's talks as a spreadsheet", **AS_XLSX
)
async def get_staff_workbook(
    reader: TimetableReader, row_id: UUID, staff_id: UUID, session_id: SessionId = None, lang: PageLanguage = None
) -> Response:
    """A sheet for each evening. What people wrote is text in it, and never a formula."""
    words = Words(page_language(reader.request, lang, OWN_LANGUAGES))
    facts = await facts_of(reader, STAFF_SHEET, row_id, staff_id=staff_id, session_id=session_id)
    timetable = staff_timetable(facts, facts.staff[0])
    title = words.label("timetable_of", who=facts.staff[0].name)
    content = await asyncio.to_thread(workbook, title, staff_sheets(words, timetable))
    return workbook_answer(reader.request, words.language, title, content)


@router.get(
    AT, operation_id="get_staff_timetable", summary="Get: the timetable of a teacher", response_model=StaffTimetable
)
async def get_staff_timetable(
    reader: TimetableReader, row_id: UUID, staff_id: UUID, session_id: SessionId = None
) -> Response:
    """Talks with child, class, who comes and topics; breaks and free time; for the teacher and the office."""
    facts = await facts_of(reader, STAFF_SHEET, row_id, staff_id=staff_id, session_id=session_id)
    return reader.answer(staff_timetable(facts, facts.staff[0]).model_dump_json())
