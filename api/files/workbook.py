"""Spreadsheets (XLSX), in which what people wrote is text and never a formula."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter
from fastapi import Request, Response

from api.answers import answered
from api.files.disposition import disposition

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AS_XLSX: dict[str, Any] = {
    "response_class": Response,
    "responses": {
        200: {
            "description": "A spreadsheet (XLSX). Times are those of the school's clock.",
            "content": {MEDIA_TYPE: {"schema": {"type": "string", "contentMediaType": MEDIA_TYPE}}},
        }
    },
}
_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - the same data make the same bytes, whenever

Cell = str | int | date | datetime | None
"""A `datetime` is a time of the school's clock."""


class Sheet(NamedTuple):
    """A sheet: the headings with the widths of their columns, in letters, and the rows."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Cell]]


def harmless(text: str) -> str:
    """Text that a spreadsheet takes for text, also once it was saved as CSV and opened again."""
    return f"'{text}" if text.startswith(_AS_FORMULA) else text


def workbook(title: str, sheets: Sequence[Sheet]) -> bytes:
    """The file."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "constant_memory": True}) as book:
        book.set_properties({"title": title, "created": _MADE})
        looks: dict[type, Any] = {
            kind: book.add_format({"num_format": said, "align": "left", "valign": "top"})
            for kind, said in ((date, "dd/mm/yyyy"), (datetime, "hh:mm"), (str, "@"))
        }
        head = book.add_format({"bold": True, "bottom": 2})
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, looks, head)
    return made.getvalue()


def workbook_answer(request: Request, language: str, title: str, content: bytes, name: str = "timetable") -> Response:
    """The file; 304 for who has it."""
    headers = {"Content-Disposition": disposition(f"{name}.xlsx", title, attached=True)}
    return answered(request, content, language, MEDIA_TYPE, headers)


def _write(page: Any, sheet: Sheet, looks: dict[type, Any], head: Any) -> None:
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for column, (name, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, harmless(name), head)
    for row, cells in enumerate(sheet.rows, 1):
        for column, cell in enumerate(cells):
            _put(page, row, column, cell, looks)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _put(page: Any, row: int, column: int, cell: Cell, looks: dict[type, Any]) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, harmless(cell), looks[str])
    elif isinstance(cell, int):
        page.write_number(row, column, cell)
    elif cell is not None:
        page.write_datetime(row, column, cell, looks[type(cell)])
