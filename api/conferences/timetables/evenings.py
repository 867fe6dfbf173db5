"""The timetable of a whole evening."""

import asyncio
from uuid import UUID

from fastapi import APIRouter, Response

from api.answers import SVG, Svg, answered
from api.conferences.timetables.asking import SessionId, TimetableReader, facts_of
from api.conferences.timetables.sheets import evening_sheets
from api.files.workbook import AS_XLSX, workbook, workbook_answer
from api.printing.paper import AS_PDF, PageLanguage, Size, page_language, paper
from api.printing.timetables.staff import staff_pages
from api.printing.words import Words
from domain.conferences.drawing.evening import evening_picture
from domain.conferences.models.timetables.read import EveningTimetable
from domain.conferences.queries.timetables.sheets import ALL_STAFF, EVENING
from domain.conferences.timetables.evening import evening_timetable
from domain.conferences.timetables.staff import staff_timetable
from domain.kernel.errors import NOT_FOUND, NotFound
from domain.kernel.text import OWN_LANGUAGES

router = APIRouter(prefix="/v1/conference-rounds", tags=["conferences"])
AT = "/{row_id}/timetable"


@router.get(f"{AT}.pdf", operation_id="print_timetables", summary="Print the timetables of all teachers", **AS_PDF)
async def print_timetables(
    reader: TimetableReader,
    row_id: UUID,
    session_id: SessionId = None,
    lang: PageLanguage = None,
    size: Size = "normal",
) -> Response:
    """For the office: each teacher on a page of their own, to hand out."""
    sheet = paper(reader.request, lang, size, among=OWN_LANGUAGES)
    facts = await facts_of(reader, ALL_STAFF, row_id, session_id=session_id, everything=True)
    timetables = [staff_timetable(facts, one) for one in facts.staff]
    return await sheet.answer("staff_timetable", "talks-by-teacher", staff_pages(sheet.words, timetables))


@router.get(
    f"{AT}.svg", operation_id="get_timetable_picture", summary="Get: an evening as a picture", response_class=Svg
)
async def get_timetable_picture(reader: TimetableReader, row_id: UUID, session_id: SessionId = None) -> Response:
    """Teachers by time, building by building: one session, the first unless you name another.

    Shapes and letters say what is what; colour only helps. Every row is told in words too.
    """
    language = page_language(reader.request, None, OWN_LANGUAGES)
    shown = await evening(reader, row_id, session_id)
    if not shown.sessions:
        raise NotFound(NOT_FOUND)
    drawn = await asyncio.to_thread(evening_picture, shown, shown.sessions[0], language)
    return answered(reader.request, drawn, language, SVG)


@router.get(f"{AT}.xlsx", operation_id="get_workbook", summary="Get: an evening as a spreadsheet", **AS_XLSX)
async def get_workbook(
    reader: TimetableReader, row_id: UUID, session_id: SessionId = None, lang: PageLanguage = None
) -> Response:
    """A sheet for each evening. What people wrote is text in it, and never a formula."""
    words = Words(page_language(reader.request, lang, OWN_LANGUAGES))
    shown = await evening(reader, row_id, session_id)
    content = await asyncio.to_thread(workbook, words.label("timetables"), evening_sheets(words, shown))
    return workbook_answer(reader.request, words.language, words.label("timetables"), content)


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
