"""The timetable of a family."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.answers import SVG, Svg, answered
from api.conferences.timetables.asking import TimetableReader, facts_of
from api.conferences.timetables.calendars import family_calendar
from api.files.calendar import AS_ICS
from api.printing.paper import AS_PDF, PageLanguage, Size, page_language, paper
from api.printing.timetables.family import family_page
from api.printing.words import Words
from domain.conferences.drawing.route import route_picture
from domain.conferences.models.timetables.read import FamilyTimetable
from domain.conferences.queries.timetables.sheets import FAMILY_SHEET
from domain.conferences.timetables.family import family_timetable
from domain.kernel.text import OWN_LANGUAGES

router = APIRouter(prefix="/v1/conference-rounds", tags=["conferences"])
AT = "/{row_id}/timetables/family/{family_id}"


@router.get(f"{AT}.pdf", operation_id="print_family_timetable", summary="Print the timetable of a family", **AS_PDF)
async def print_family_timetable(
    reader: TimetableReader, row_id: UUID, family_id: UUID, lang: PageLanguage = None, size: Size = "normal"
) -> Response:
    """The way of an evening, room after room with the minutes between them, and how to say that you are late."""
    sheet = paper(reader.request, lang, size)
    facts = await facts_of(reader, FAMILY_SHEET, row_id, family_id=family_id, everything=True)
    return await sheet.answer("family_timetable", "your-talks", family_page(sheet.words, family_timetable(facts)))


@router.get(
    f"{AT}.svg", operation_id="get_family_route", summary="Get: a family's route as a picture", response_class=Svg
)
async def get_family_route(
    reader: TimetableReader, row_id: UUID, family_id: UUID, lang: PageLanguage = None
) -> Response:
    """For a phone: with whom, where and when, and how long walking and waiting take; told in words too (R20)."""
    language = page_language(reader.request, lang, OWN_LANGUAGES)
    facts = await facts_of(reader, FAMILY_SHEET, row_id, family_id=family_id, everything=True)
    return answered(reader.request, route_picture(family_timetable(facts), language), language, SVG)


@router.get(f"{AT}.ics", operation_id="get_family_calendar", summary="Get: a family's talks for a calendar", **AS_ICS)
async def get_family_calendar(
    reader: TimetableReader, row_id: UUID, family_id: UUID, lang: PageLanguage = None
) -> Response:
    """Each talk keeps its UID, so a calendar moves what moved and strikes what is called off. No topics are in it."""
    words = Words(page_language(reader.request, lang))
    facts = await facts_of(reader, FAMILY_SHEET, row_id, family_id=family_id, everything=True)
    return family_calendar(reader.request, words, facts)


@router.get(
    AT,
    operation_id="get_family_timetable",
    summary="Get: the timetable of a family",
    response_model=FamilyTimetable,
)
async def get_family_timetable(reader: TimetableReader, row_id: UUID, family_id: UUID) -> Response:
    """The family's own talks in order, with the way from each to the next; for the family itself and the office.

    Nothing of other families (R20). Parents who live apart are two families: a talk together stands with each (R17).
    """
    facts = await facts_of(reader, FAMILY_SHEET, row_id, family_id=family_id)
    return reader.answer(family_timetable(facts).model_dump_json())
