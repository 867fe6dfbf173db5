"""Moving a talk to another time that is open."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, or_

from domain.catalogue.models.words import ParticipantRole
from domain.conferences.actions.lapsing import lapse
from domain.conferences.actions.offering import offer
from domain.conferences.actions.placing import Placed, ensure_open, place_one
from domain.conferences.models.bookings import Booking
from domain.conferences.models.swaps import Swap, SwapStatus
from domain.conferences.models.words import BookingOrigin
from domain.conferences.queries.desk import desk_of_who_runs, open_desk
from domain.conferences.queries.standing_talk import Standing, get_standing
from domain.conversations.actions.claimed import claimed_by, households_of
from domain.conversations.actions.telling import tell
from domain.conversations.models.participants import Answer, Participant, ParticipantFields
from domain.conversations.rules import Deed
from domain.kernel import clock
from domain.kernel.claiming import claim, release
from domain.kernel.claims import Claimed
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


async def move(session: SchoolSession, row_id: UUID, starts_at: datetime) -> None:
    """To a time that is open; the old one goes to who waits for it.

    Raises:
        NotFound, Forbidden: as everywhere; `talk_is_joint` to one of two families.
        Conflict: `wrong_state`, or the first rule that stands in the way, with open times nearby.
    """
    standing = await get_standing(session, row_id)
    await lapse(session, standing.booking.round_id)
    placed = await _placed(session, standing, starts_at)
    await release(session, standing.life.conversation.id)
    await settle(session, standing, placed, {session.principal.guardian_id})
    await session.flush()
    await offer(session, standing.booking.round_id, standing.staff_ids)


async def _placed(session: SchoolSession, standing: Standing, starts_at: datetime) -> Placed:
    standing.life.ensure(Deed.RESCHEDULE)
    family_id, itself = standing.family_ids[0], [standing.life.conversation.id]
    round_id, staff_ids = standing.booking.round_id, standing.staff_ids
    if standing.as_family(session.principal):
        standing.ensure_of_one_family()
        desk = await open_desk(session, round_id, family_id, staff_ids, except_holders=itself)
    else:
        desk = await desk_of_who_runs(session, round_id, family_id, staff_ids, except_holders=itself)
    ensure_open(desk)
    return place_one(desk, standing.at(starts_at), manner=standing.manner)


async def settle(
    session: SchoolSession,
    standing: Standing,
    placed: Placed,
    agreed: Collection[UUID | None],
    origin: BookingOrigin | None = None,
) -> None:
    """Write the new time, whose cells must be free by now; these guardians have said yes to it."""
    it, booking = standing.life.conversation, standing.booking
    it.starts_at = placed.time.starts_at
    it.ends_at = it.starts_at + timedelta(minutes=placed.wish.minutes)
    it.interpreter_buffer_minutes = placed.wish.buffer_minutes
    it.room_id = placed.wish.room_in(placed.session.id)
    booking.session_id, booking.checked_in_at = placed.session.id, None
    booking.origin = origin or booking.origin
    booking.touch()
    await _settle_people(session, standing, placed, agreed)
    await claim(session, it.id, await _claims(session, standing, placed))
    await end_swaps(session, booking)
    tell(session, "rescheduled", it)
    ids = {"round_id": booking.round_id, "conversation_id": it.id}
    record(session, "conference_booking.moved", "conference-bookings", booking.id, **ids)
    if placed.lacks_interpreter:
        record(session, "conference_booking.interpreter_missing", "conference-bookings", booking.id, **ids)


async def _settle_people(
    session: SchoolSession, standing: Standing, placed: Placed, agreed: Collection[UUID | None]
) -> None:
    """Who moves it has said yes by that; the others are told, and asked again."""
    people = standing.life.participants
    for one in people:
        if one.guardian_id and one.answer:
            yes = one.guardian_id in agreed
            one.answer, one.answered_at = (Answer.ACCEPTED, clock.now()) if yes else (Answer.INVITED, None)
    for one in [one for one in people if one.role == ParticipantRole.INTERPRETER]:
        people.remove(one)
        await session.delete(one)
    if placed.interpreter:
        fields = ParticipantFields.model_validate(
            {"role": ParticipantRole.INTERPRETER, "interpreter_id": placed.interpreter.interpreter_id}
        )
        added = Participant.of(session.principal.school_id, fields, conversation_id=standing.life.conversation.id)
        people.append(added)
        session.add(added)


async def _claims(session: SchoolSession, standing: Standing, placed: Placed) -> list[Claimed]:
    """Of everybody who comes, of both families too; a shared room is not taken by one of its talks."""
    people = [one for one in standing.life.participants if one.answer is None or one.is_open]
    homes = await households_of(session, [one.guardian_id for one in people if one.guardian_id])
    shared = placed.wish.shared_rooms
    claimed = claimed_by(standing.life.conversation, people, homes)
    return [one for one in claimed if one.resource_id not in shared]


async def end_swaps(session: SchoolSession, booking: Booking) -> None:
    """What was proposed for the old time says nothing of the new one."""
    of_it = or_(col(Swap.booking_id) == booking.id, col(Swap.other_booking_id) == booking.id)
    here = (col(Swap.school_id) == booking.school_id, of_it, col(Swap.status) == SwapStatus.ASKED)
    await session.execute(update(Swap).where(*here).values(status=SwapStatus.LAPSED))
