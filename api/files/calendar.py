"""The answer that is a calendar file."""

from typing import Any

from fastapi import Request, Response

from api.answers import answered
from api.files.disposition import disposition

MEDIA_TYPE = "text/calendar"
AS_ICS: dict[str, Any] = {
    "response_class": Response,
    "responses": {
        200: {
            "description": "iCalendar: each conversation keeps its UID, and SEQUENCE rises with every change.",
            "content": {MEDIA_TYPE: {"schema": {"type": "string"}}},
        }
    },
}


def calendar_answer(request: Request, language: str, title: str, content: bytes) -> Response:
    """The file; 304 for who has it."""
    headers = {"Content-Disposition": disposition("calendar.ics", title, attached=True)}
    return answered(request, content, language, MEDIA_TYPE, headers)
