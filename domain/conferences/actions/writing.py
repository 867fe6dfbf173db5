"""The rows of talks whose time is taken: what was asked, the conversation, and the booking between them."""

from collections.abc import Sequence
from typing import Any

from domain.catalogue.models.words import ParticipantRole
from domain.conferences.actions.drafting import Draft
from domain.conferences.actions.placing import Placed
from domain.conferences.models.bookings import Booking
from domain.conferences.models.holds import TalkChoice
from domain.conferences.models.requests import RequestParty, TalkFields, TalkRequest
from domain.conferences.models.words import BookingOrigin
from domain.conferences.queries.desk import Desk
from domain.conversations.actions.telling import tell
from domain.conversations.facts import Status
from domain.conversations.models.agenda import AgendaItem
from domain.conversations.models.conversations import Conversation
from domain.conversations.models.participants import Participant
from domain.kernel.events import record
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession


async def write(
    session: SchoolSession, desk: Desk, chosen: Sequence[tuple[Draft, TalkChoice]], origin: BookingOrigin
) -> list[Booking]:
    """All of them. Rows go in by what they point to, each kind in one statement."""
    bookings, people, points = [], [], []
    for (placed, conversation, coming), choice in chosen:
        request, parties = _request(session, desk, placed, choice)
        session.add_all([conversation, *([request] if request else [])])
        people += [*coming, *parties]
        points += _topics(conversation, coming, choice, desk)
        bookings.append(_booking(desk, placed, request, conversation, origin))
        _tell(session, placed, conversation, bookings[-1])
    for rows in ([], [*people, *bookings], points):
        session.add_all(rows)
        await session.flush()
    return bookings


def _request(
    session: SchoolSession, desk: Desk, placed: Placed, choice: TalkChoice
) -> tuple[TalkRequest | None, list[RequestParty]]:
    """Nothing new when just this was asked for before."""
    who, wish = session.principal, placed.wish
    if wish.asked:
        return None, []
    request = TalkRequest.of(
        who.school_id,
        TalkFields.model_validate({"with_student": wish.with_student, "topics": choice.topics}),
        id=new_id(),
        round_id=desk.facts.round.id,
        brought_by=ParticipantRole.GUARDIAN if desk.as_family else ParticipantRole.TEACHER,
        created_by_guardian_id=who.guardian_id if desk.as_family else None,
        created_by_staff_id=None if desk.as_family else who.staff_id,
    )
    people: list[dict[str, Any]] = [
        *({"family_id": one} for one in [desk.family.id]),
        *({"student_id": one} for one in wish.student_ids),
        *({"staff_id": one.staff_id, "position": number} for number, one in enumerate(wish.staff)),
    ]
    return request, [RequestParty(school_id=who.school_id, request_id=request.id, **one) for one in people]


def _booking(
    desk: Desk, placed: Placed, request: TalkRequest | None, it: Conversation, origin: BookingOrigin
) -> Booking:
    asked = request or placed.wish.asked
    assert asked is not None
    return Booking(
        school_id=it.school_id,
        id=new_id(),
        round_id=desk.facts.round.id,
        request_id=asked.id,
        conversation_id=it.id,
        session_id=placed.session.id,
        origin=origin,
    )


def _topics(it: Conversation, coming: list[Participant], choice: TalkChoice, desk: Desk) -> list[AgendaItem]:
    role = ParticipantRole.GUARDIAN if desk.as_family else ParticipantRole.TEACHER
    brings = next(one for one in coming if one.role == role)
    return [
        AgendaItem(
            school_id=it.school_id,
            conversation_id=it.id,
            participant_id=brings.id,
            brought_by=role,
            text=topic,
            added_at_status=Status.PLANNED,
        )
        for topic in choice.topics
    ]


def _tell(session: SchoolSession, placed: Placed, it: Conversation, booking: Booking) -> None:
    tell(session, "booked", it)
    ids = {"round_id": booking.round_id, "conversation_id": it.id}
    record(session, "conference_booking.made", "conference-bookings", booking.id, **ids)
    if placed.lacks_interpreter:
        record(session, "conference_booking.interpreter_missing", "conference-bookings", booking.id, **ids)
