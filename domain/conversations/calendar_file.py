"""iCalendar (RFC 5545): conversations for somebody's own calendar, with nothing that a lock screen should not show."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress

from domain.conversations.facts import Status

_STATUSES = {Status.PROPOSED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
Method = Literal["PUBLISH", "REQUEST", "CANCEL"]


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


class Invited(NamedTuple):
    """Who asks, and the one who is asked: nobody sees who else was (R17)."""

    organizer: str
    organizer_name: str
    attendee: str
    attendee_name: str


def calendar(
    title: str,
    time_zone: str,
    entries: Sequence[Entry],
    method: Method = "PUBLISH",
    invited: Invited | None = None,
) -> bytes:
    """All of them, in the school's zone, which the file describes for the years that it speaks of."""
    made = Calendar()
    for name, value in {"prodid": "-//Samenspraak//NL", "version": "2.0", "method": method, "name": title}.items():
        made.add(name, value)
    made.add("x-wr-calname", title)
    for entry in entries:
        event = _event(entry, ZoneInfo(time_zone))
        if invited:
            _invite(event, invited, answers=method == "REQUEST")
        made.add_component(event)
    if entries:
        years = [entry.starts_at.year for entry in entries]
        for zone in made.get_missing_tzids():
            made.subcomponents.insert(0, _described(zone, min(years), max(years)))
    content: bytes = made.to_ical()
    return content


@lru_cache(maxsize=100)
def _described(time_zone: str, first_year: int, last_year: int) -> Timezone:
    """Worked out once: for one talk it would take longer than all the rest of its file."""
    return Timezone.from_tzid(time_zone, first_date=date(first_year, 1, 1), last_date=date(last_year + 1, 12, 31))


def _invite(event: Event, invited: Invited, *, answers: bool) -> None:
    organizer = vCalAddress(f"MAILTO:{invited.organizer}")
    organizer.params["CN"] = invited.organizer_name
    attendee = vCalAddress(f"MAILTO:{invited.attendee}")
    attendee.params.update({"CN": invited.attendee_name, "ROLE": "REQ-PARTICIPANT", "CUTYPE": "INDIVIDUAL"})
    if answers:
        attendee.params.update({"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"})
    event.add("organizer", organizer, encode=False)
    event.add("attendee", attendee, encode=False)


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
