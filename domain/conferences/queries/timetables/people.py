"""Whose timetable it is: somebody of the staff, with when they are there and what is taken, or a family."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, select
from sqlmodel import col

from domain.conferences.models.bookings import Booking
from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.places import ConferenceSession
from domain.conferences.models.requests import RequestParty
from domain.conferences.models.staff import ConferenceStaff
from domain.conferences.models.timetables.facts import FamilyFacts, StaffFacts
from domain.conferences.queries.timetables.asked import of_asked_session
from domain.conferences.queries.timetables.talks import FAMILY_TALKS, STAFF_TALKS
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.kernel.claims import CELL_SECONDS, Claim
from domain.kernel.read import Document, Reading, there_is
from domain.school.models import StaffMember


def _talks_of_staff(reading: Reading) -> ColumnElement[Any]:
    takes_part = there_is(
        Participant,
        col(Participant.school_id) == col(Booking.school_id),
        col(Participant.conversation_id) == col(Booking.conversation_id),
        col(Participant.staff_id) == col(ConferenceStaff.staff_id),
    )
    of_round = and_(
        col(Booking.school_id) == col(ConferenceStaff.school_id), col(Booking.round_id) == col(ConferenceStaff.round_id)
    )
    mine = and_(of_round, of_asked_session(Booking.session_id), takes_part)
    return STAFF_TALKS.nested(reading, mine, col(Conversation.starts_at), col(Booking.id))


def _cell(moment: Any) -> ColumnElement[Any]:
    return func.extract("epoch", moment) / CELL_SECONDS


def _taken(_: Reading) -> ColumnElement[Any]:
    """Cells within the round's sessions that are claimed, whatever for."""
    session = and_(
        col(ConferenceSession.school_id) == Claim.school_id,
        Claim.cell >= _cell(ConferenceSession.starts_at),
        Claim.cell < _cell(ConferenceSession.ends_at),
    )
    cells = func.coalesce(func.json_agg(Claim.cell), literal_column("'[]'::json"))
    claimed = (
        select(cells)
        .join(ConferenceSession, session)
        .where(
            col(ConferenceSession.round_id) == ConferenceStaff.round_id,
            of_asked_session(ConferenceSession.id),
            col(Claim.school_id) == ConferenceStaff.school_id,
            col(Claim.resource_id) == ConferenceStaff.staff_id,
        )
    )
    return claimed.correlate_except(Claim, ConferenceSession).scalar_subquery()


STAFF = Document(
    StaffFacts,
    ConferenceStaff,
    beside={
        StaffMember: and_(
            col(StaffMember.school_id) == col(ConferenceStaff.school_id),
            col(StaffMember.id) == col(ConferenceStaff.staff_id),
        )
    },
    computed={
        "id": lambda _: col(ConferenceStaff.staff_id),
        "given_name": lambda _: col(StaffMember.given_name),
        "family_name": lambda _: col(StaffMember.family_name),
        "teaching_days": lambda _: col(StaffMember.teaching_days),
        "taken": _taken,
        "talks": _talks_of_staff,
    },
)


def _talks_of_family(reading: Reading) -> ColumnElement[Any]:
    asked = there_is(
        RequestParty,
        col(RequestParty.school_id) == col(Booking.school_id),
        col(RequestParty.request_id) == col(Booking.request_id),
        col(RequestParty.family_id) == col(ConferenceFamily.id),
        ~col(RequestParty.awaits_yes),
    )
    of_round = and_(
        col(Booking.school_id) == col(ConferenceFamily.school_id),
        col(Booking.round_id) == col(ConferenceFamily.round_id),
    )
    return FAMILY_TALKS.nested(reading, and_(of_round, asked), col(Conversation.starts_at), col(Booking.id))


FAMILIES = Document(FamilyFacts, ConferenceFamily, computed={"talks": _talks_of_family})
