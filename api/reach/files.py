"""Reach as a spreadsheet and as a plain table."""

from fastapi import APIRouter, Response

from api.files.sheet import AS_CSV, table, table_answer
from api.files.workbook import AS_XLSX, Sheet, workbook, workbook_answer
from api.reach.reach import Asked, ReachReader
from domain.reach.drawing.words import GROUPS, HEADINGS, TITLE, named
from domain.reach.models.reads import ReachRead
from domain.reach.queries.reach import reach

router = APIRouter(prefix="/v1", tags=["reach"])


@router.get("/reach.csv", operation_id="get_reach_table", summary="Get: reach as a table", **AS_CSV)
async def get_reach_table(reader: ReachReader, query: Asked) -> Response:
    """The same rows, for who counts on."""
    language = reader.session.language
    made = table(_sheet(await reach(reader.session, query), language))
    return table_answer(reader.request, language, TITLE.words(language), made, "reach")


@router.get("/reach.xlsx", operation_id="get_reach_workbook", summary="Get: reach as a spreadsheet", **AS_XLSX)
async def get_reach_workbook(reader: ReachReader, query: Asked) -> Response:
    """The same rows. What people wrote, such as the title of a class, is text in it and never a formula."""
    language = reader.session.language
    made = workbook(TITLE.words(language), [_sheet(await reach(reader.session, query), language)])
    return workbook_answer(reader.request, language, TITLE.words(language), made, "reach")


def _sheet(found: ReachRead, language: str) -> Sheet:
    columns = [(one.words(language), 22) for one in (*HEADINGS, *GROUPS.values())]
    rows = [[named(row, language), row.families, *(getattr(row, str(group)) for group in GROUPS)] for row in found.rows]
    return Sheet(TITLE.words(language)[:31], columns, rows)
