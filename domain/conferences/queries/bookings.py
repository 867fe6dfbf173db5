"""Talks that stand in a round, as those who take part see them."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, literal, select
from sqlmodel import col

from domain.conferences.models.bookings import Booking, BookingRead
from domain.conferences.models.requests import RequestParty
from domain.conferences.models.staff import ConferenceStaff
from domain.conversations.facts import Status
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.conversations.queries.conversations import PARTICIPANTS, local_time
from domain.conversations.queries.visibility import of_visible_conversation
from domain.kernel.page import PageQuery
from domain.kernel.read import Computed, Document, Listing, Reading, another, there_is
from domain.school.models import School

_WAITS = [literal(status) for status in (Status.PROPOSED, Status.PLANNED)]


def _of_conversation(name: str) -> Computed:
    return lambda _: getattr(Conversation, name)


def late_minutes() -> ColumnElement[Any]:
    """How late the talk will begin: as late as the latest of its staff runs."""
    staff, party = another(ConferenceStaff), another(RequestParty)
    late = select(func.coalesce(func.max(staff.c.late_minutes), 0)).where(
        staff.c.school_id == col(Booking.school_id),
        staff.c.round_id == col(Booking.round_id),
        staff.c.late_session_id == col(Booking.session_id),
        party.c.school_id == col(Booking.school_id),
        party.c.request_id == col(Booking.request_id),
        party.c.staff_id == staff.c.staff_id,
    )
    return case((col(Conversation.status).in_(_WAITS), late.correlate_except(staff, party).scalar_subquery()), else_=0)


def _expected(_: Reading) -> Any:
    return col(Conversation.starts_at) + func.make_interval(0, 0, 0, 0, 0, late_minutes())


def _needs_interpreter(_: Reading) -> ColumnElement[bool]:
    one = another(Participant)
    there = there_is(
        one,
        one.c.school_id == col(Booking.school_id),
        one.c.conversation_id == col(Booking.conversation_id),
        one.c.role == literal("interpreter"),
    )
    return and_(col(Conversation.interpreter_buffer_minutes) > 0, ~there)


BOOKING = Document(
    BookingRead,
    Booking,
    visible=lambda viewer: of_visible_conversation(viewer, col(Booking.conversation_id)),
    beside={
        Conversation: and_(
            col(Conversation.school_id) == col(Booking.school_id), col(Conversation.id) == col(Booking.conversation_id)
        ),
        School: col(School.school_id) == col(Booking.school_id),
    },
    computed={
        **{name: _of_conversation(name) for name in ("status", "starts_at", "ends_at", "channel", "room_id")},
        "local_start": lambda _: local_time(col(Conversation.starts_at)),
        "expected_at": _expected,
        "needs_interpreter": _needs_interpreter,
        "participants": lambda reading: PARTICIPANTS.nested(
            reading,
            (col(Participant.school_id) == col(Booking.school_id))
            & (col(Participant.conversation_id) == col(Booking.conversation_id)),
            col(Participant.id),
        ),
    },
)


class BookingQuery(PageQuery):
    """Which talks."""

    session_id: UUID | None = None
    staff_id: UUID | None = None
    status: Status | None = None


def _with_staff(given: Any) -> ColumnElement[bool]:
    one = another(Participant)
    here = (one.c.school_id == col(Booking.school_id), one.c.conversation_id == col(Booking.conversation_id))
    return there_is(one, *here, one.c.staff_id == given)


BOOKINGS = Listing(
    BOOKING,
    sorts={"starts_at": col(Conversation.starts_at)},
    filters={
        "round_id": lambda given: col(Booking.round_id) == given,
        "staff_id": _with_staff,
        "status": lambda given: col(Conversation.status) == given,
    },
)
