"""The timetables that can be asked for, each a round with what belongs to it: one statement."""

from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, or_, true
from sqlalchemy.dialects.postgresql import JSON
from sqlmodel import col

from domain.conferences.models import (
    Booking,
    ConferenceFamily,
    ConferenceRoom,
    ConferenceRound,
    ConferenceStaff,
)
from domain.conferences.models.timetables.facts import RoundFacts
from domain.conferences.queries.timetables.asked import FAMILY_ID, ROOM_ID, STAFF_ID
from domain.conferences.queries.timetables.ground import AROUND_ROUND, ROUND, is_out, of_round
from domain.conferences.queries.timetables.people import FAMILIES, STAFF
from domain.conferences.queries.visibility import sees_family
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.families.queries import WHOLE_SCHOOL
from domain.kernel.permissions import STAFF as STAFF_ROLES
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import Document, Reading, Visible, there_is
from domain.school.models import StaffMember

_NOBODY = literal_column("'[]'::json", JSON)


def _sheet(visible: Visible, *, staff: ColumnElement[bool] | None = None, families: bool = False) -> Document:
    """A round with the timetables of this staff, or of the family that was asked for."""

    def _staff(reading: Reading) -> ColumnElement[Any]:
        order = (col(StaffMember.family_name), col(StaffMember.given_name), col(ConferenceStaff.staff_id))
        return _NOBODY if staff is None else STAFF.nested(reading, of_round(ConferenceStaff) & staff, *order)

    def _families(reading: Reading) -> ColumnElement[Any]:
        return FAMILIES.nested(reading, _asked_family()) if families else _NOBODY

    computed = {**ROUND, "staff": _staff, "families": _families}
    return Document(RoundFacts, ConferenceRound, visible=visible, beside=AROUND_ROUND, computed=computed)


def _of_office(viewer: Viewer) -> ColumnElement[bool]:
    """Each teacher's own page is that teacher's."""
    return is_one_of(viewer, *WHOLE_SCHOOL)


def _of_school(viewer: Viewer) -> ColumnElement[bool]:
    """The office at any time, the rest of the staff once it is out."""
    return or_(is_one_of(viewer, *WHOLE_SCHOOL), is_one_of(viewer, *STAFF_ROLES) & is_out())


def _asked_staff() -> ColumnElement[bool]:
    return col(ConferenceStaff.staff_id) == STAFF_ID


def _sees_staff(viewer: Viewer) -> ColumnElement[bool]:
    mine = or_(is_one_of(viewer, *WHOLE_SCHOOL), (viewer.staff_id == STAFF_ID) & is_out())
    return mine & there_is(ConferenceStaff, of_round(ConferenceStaff), _asked_staff())


def _asked_family() -> ColumnElement[bool]:
    return of_round(ConferenceFamily) & (col(ConferenceFamily.id) == FAMILY_ID)


def _sees_family(viewer: Viewer) -> ColumnElement[bool]:
    seen = there_is(ConferenceFamily, _asked_family(), sees_family(viewer))
    return seen & or_(is_one_of(viewer, *WHOLE_SCHOOL), is_out())


def _sees_door(viewer: Viewer) -> ColumnElement[bool]:
    door = there_is(ConferenceRoom, of_round(ConferenceRoom), col(ConferenceRoom.room_id) == ROOM_ID)
    return _of_school(viewer) & door


def _sits_there() -> ColumnElement[bool]:
    """Has that room in a session, or a talk in it."""
    place = func.jsonb_build_array(func.jsonb_build_object(literal_column("'room_id'"), ROOM_ID))
    talks_there = there_is(
        Booking,
        of_round(Booking),
        there_is(
            Conversation,
            col(Conversation.school_id) == col(Booking.school_id),
            col(Conversation.id) == col(Booking.conversation_id),
            col(Conversation.room_id) == ROOM_ID,
        ),
        there_is(
            Participant,
            col(Participant.school_id) == col(Booking.school_id),
            col(Participant.conversation_id) == col(Booking.conversation_id),
            col(Participant.staff_id) == col(ConferenceStaff.staff_id),
        ),
    )
    return or_(col(ConferenceStaff.places).bool_op("@>")(place), talks_there)


EVENING = _sheet(_of_school, staff=true())
ALL_STAFF = _sheet(_of_office, staff=true())
STAFF_SHEET = _sheet(_sees_staff, staff=_asked_staff())
DOOR = _sheet(_sees_door, staff=_sits_there())
FAMILY_SHEET = _sheet(_sees_family, families=True)
