"""The evening itself: running late, checking in, and a talk on the spot."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.models.evening import TightTalk
from domain.conferences.models.places import ConferenceSession
from domain.conferences.models.staff import ConferenceStaff, DelayFields
from domain.conferences.queries.evening import DELAY, FOLLOWING
from domain.conferences.queries.slot_facts import slot_facts
from domain.conferences.queries.standing_talk import get_standing
from domain.conferences.rules.walking import Spot, ground_of, minutes_between
from domain.conversations.facts import Status
from domain.conversations.rules import WRONG_STATE
from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, Conflict, Detail, Invalid
from domain.kernel.events import record
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.session import SchoolSession


async def run_late(session: SchoolSession, row_id: UUID, fields: DelayFields, version: int) -> None:
    """Somebody says how late they run. Talks that become too tight by it are told of, so that the staff can help.

    Raises:
        NotFound, Stale: as everywhere. Invalid: `unknown_reference` for a session of another round.
    """
    row = await session.get_row(ConferenceStaff, row_id, DELAY.visible(session.viewer), version=version)
    here = (col(ConferenceSession.school_id) == row.school_id, col(ConferenceSession.round_id) == row.round_id)
    known = await session.scalars(select(col(ConferenceSession.id)).where(*here))
    if fields.session_id not in set(known):
        raise Invalid(DOES_NOT_EXIST, Detail("/session_id", DOES_NOT_EXIST))
    row.late_session_id, row.late_minutes = fields.session_id, fields.minutes
    row.touch()
    record(session, "conference_staff.late", "conference-staff", row.id, round_id=row.round_id)
    await session.flush()
    for tight in await tight_talks(session, row.round_id):
        ids = {"round_id": row.round_id, "after_id": tight.booking_id}
        record(session, "conference_booking.endangered", "conference-bookings", tight.next_booking_id, **ids)


async def tight_talks(session: SchoolSession, round_id: UUID) -> list[TightTalk]:
    """Talks that their family cannot reach in time, as late as everybody runs now; staff sees its own.

    Raises:
        NotFound: when there is no such round.
    """
    ground = ground_of(await slot_facts(session, round_id, [], []))
    who = session.principal
    found = await session.execute(FOLLOWING, {"school_id": who.school_id, "round_id": round_id})
    tight: list[TightTalk] = []
    for one in found:
        here, there = Spot(one.room_id, one.channel), Spot(one.next_room_id, one.next_channel)
        arrives = one.ends_at + timedelta(minutes=minutes_between(ground, here, there, one.extra))
        short = -(-(arrives - one.next_starts_at).total_seconds() // 60)
        own = who.staff_id in (*one.staff_ids, *one.next_staff_ids)
        if short > 0 and (own or who.has(*OFFICE, *SYSTEM)):
            tight.append(TightTalk(booking_id=one.id, next_booking_id=one.next_id, minutes_short=int(short)))
    return tight


async def check_in(session: SchoolSession, row_id: UUID) -> None:
    """The family is there; it says so itself, or somebody at the door does. Once is enough.

    Raises:
        NotFound, Forbidden: as everywhere. Conflict: `wrong_state` when the talk does not stand (any longer).
    """
    standing = await get_standing(session, row_id)
    standing.as_family(session.principal)
    if standing.life.conversation.status not in (Status.PLANNED, Status.RUNNING):
        raise Conflict(WRONG_STATE)
    booking = standing.booking
    if booking.checked_in_at is None:
        booking.checked_in_at = clock.now()
        record(session, "conference_booking.checked_in", "conference-bookings", booking.id, round_id=booking.round_id)
