"""iCalendar (RFC 5545): conversations for somebody's own calendar, with nothing that a lock screen should not show."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from icalendar import Calendar, Event

from api.answers import answered
from api.files.disposition import disposition
from domain.conversations.facts import Status

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
_STATUSES = {Status.PROPOSED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}


class Entry(NamedTuple):
    """A conversation as a calendar has it."""

    id: UUID
    version: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    status: Status
    summary: str
    location: str


def calendar(title: str, time_zone: str, entries: Sequence[Entry]) -> bytes:
    """All of them, in the school's zone, which the file describes for the years that it speaks of."""
    made = Calendar()
    for name, value in {"prodid": "-//Samenspraak//NL", "version": "2.0", "method": "PUBLISH", "name": title}.items():
        made.add(name, value)
    made.add("x-wr-calname", title)
    for entry in entries:
        made.add_component(_event(entry, ZoneInfo(time_zone)))
    if entries:
        years = [entry.starts_at.year for entry in entries]
        made.add_missing_timezones(first_date=date(min(years), 1, 1), last_date=date(max(years) + 1, 12, 31))
    content: bytes = made.to_ical()
    return content


def calendar_answer(request: Request, language: str, title: str, content: bytes) -> Response:
    """The file; 304 for who has it."""
    headers = {"Content-Disposition": disposition("calendar.ics", title, attached=True)}
    return answered(request, content, language, MEDIA_TYPE, headers)


def _event(entry: Entry, zone: ZoneInfo) -> Event:
    made = Event()
    made.add("uid", str(entry.id))
    made.add("sequence", entry.version)
    made.add("dtstamp", entry.changed_at)
    made.add("last-modified", entry.changed_at)
    made.add("dtstart", entry.starts_at.astimezone(zone))
    made.add("dtend", entry.ends_at.astimezone(zone))
    made.add("status", _STATUSES.get(entry.status, "CONFIRMED"))
    made.add("summary", entry.summary)
    made.add("location", entry.location)
    return made
