"""What every timetable says of its round: the school, the sessions, and the rooms with the ways between them."""

from typing import Any

from sqlalchemy import ColumnElement, and_, literal, or_
from sqlmodel import col

from domain.catalogue.models import MeetingType
from domain.conferences.models import ConferenceLocation, ConferenceRoom, ConferenceRound, ConferenceSession
from domain.conferences.models.timetables.facts import LocationFacts, RoomFacts, SessionFacts
from domain.conferences.models.words import RoundMode, RoundStatus
from domain.conferences.queries.timetables.asked import of_asked_session
from domain.families.queries import WHOLE_SCHOOL
from domain.kernel.principal import is_one_of
from domain.kernel.read import Computed, Document, Reading
from domain.kernel.row import PLATFORM
from domain.kernel.text import picked
from domain.school.models import Room, School


def is_out() -> ColumnElement[bool]:
    """There is a timetable to show: it was published, or families book from the start."""
    before = [literal(str(status)) for status in (RoundStatus.DRAFT, RoundStatus.OPEN, RoundStatus.PLANNING)]
    planned = col(ConferenceRound.status).not_in(before)
    booked = (col(ConferenceRound.mode) == RoundMode.BOOKING_FIRST) & (col(ConferenceRound.status) != RoundStatus.DRAFT)
    return or_(planned, booked)


def of_round(table: Any) -> ColumnElement[bool]:
    """The row of this table belongs to the round of the statement around it."""
    same_school = col(table.school_id) == col(ConferenceRound.school_id)
    return and_(same_school, col(table.round_id) == col(ConferenceRound.id))


_SESSIONS = Document(SessionFacts, ConferenceSession)
_LOCATIONS = Document(LocationFacts, ConferenceLocation)
_ROOMS = Document(
    RoomFacts,
    Room,
    beside={
        ConferenceRoom: of_round(ConferenceRoom) & (col(ConferenceRoom.room_id) == col(Room.id)),
        ConferenceLocation: and_(
            col(ConferenceLocation.school_id) == col(ConferenceRoom.school_id),
            col(ConferenceLocation.id) == col(ConferenceRoom.location_id),
        ),
    },
    computed={
        "location_id": lambda _: col(ConferenceRoom.location_id),
        "location": lambda _: col(ConferenceLocation.name),
    },
)


def _text(column: Any) -> Computed:
    return lambda reading: column if reading.language is None else picked(column, reading.language)


def _sessions(reading: Reading) -> ColumnElement[Any]:
    asked = of_round(ConferenceSession) & of_asked_session(ConferenceSession.id)
    return _SESSIONS.nested(reading, asked, col(ConferenceSession.starts_at))


ROUND: dict[str, Computed] = {
    "for_office": lambda reading: is_one_of(reading.viewer, *WHOLE_SCHOOL),
    "name": _text(col(ConferenceRound.name)),
    "form": _text(col(MeetingType.name)),
    "school": lambda _: col(School.name),
    "phone": lambda _: col(School.phone),
    "email": lambda _: col(School.email),
    "time_zone": lambda _: col(School.time_zone),
    "sessions": _sessions,
    "rooms": lambda reading: _ROOMS.nested(reading, col(Room.school_id) == col(ConferenceRound.school_id)),
    "locations": lambda reading: _LOCATIONS.nested(reading, of_round(ConferenceLocation)),
}
AROUND_ROUND: dict[Any, ColumnElement[bool]] = {
    School: col(School.school_id) == col(ConferenceRound.school_id),
    MeetingType: (col(MeetingType.school_id) == PLATFORM) & (col(MeetingType.key) == col(ConferenceRound.meeting_type)),
}
