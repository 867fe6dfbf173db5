"""A plain table (CSV), in which what people wrote is text and never a formula."""

import csv
from io import StringIO
from typing import Any

from fastapi import Request, Response

from api.answers import answered
from api.files.disposition import disposition
from api.files.workbook import Cell, Sheet, harmless

MEDIA_TYPE = "text/csv"
AS_CSV: dict[str, Any] = {
    "response_class": Response,
    "responses": {
        200: {
            "description": "CSV in UTF-8, with a comma between cells and the headings in the first line.",
            "content": {MEDIA_TYPE: {"schema": {"type": "string"}}},
        }
    },
}


def table(sheet: Sheet) -> bytes:
    """The file, marked as UTF-8 for spreadsheets that do not guess it."""
    made = StringIO()
    lines = csv.writer(made)
    lines.writerow(harmless(name) for name, _ in sheet.columns)
    lines.writerows([_said(cell) for cell in row] for row in sheet.rows)
    return made.getvalue().encode("utf-8-sig")


def table_answer(request: Request, language: str, title: str, content: bytes, name: str) -> Response:
    """The file; 304 for who has it."""
    headers = {"Content-Disposition": disposition(f"{name}.csv", title, attached=True)}
    return answered(request, content, language, MEDIA_TYPE, headers)


def _said(cell: Cell) -> Cell:
    return harmless(cell) if isinstance(cell, str) else cell
