"""Freezing a talk, so that no new plan moves it or calls it off."""

from uuid import UUID

from domain.conferences.models.bookings import FreezeFields
from domain.conferences.queries.standing_talk import get_standing
from domain.conversations.rules import Deed
from domain.kernel.events import record
from domain.kernel.row import Fields
from domain.kernel.session import SchoolSession


async def freeze(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """Or let it go again. It can still be moved by itself, with those who come.

    Raises:
        NotFound, Stale: as everywhere. Conflict: `wrong_state` of a talk that is over.
        Forbidden: to who is a parent in it.
    """
    standing = await get_standing(session, row_id, version)
    standing.life.ensure_run_by(session.principal)
    standing.life.ensure(Deed.RESCHEDULE)
    booking = standing.booking
    booking.take(booking.patched(FreezeFields, patch))
    record(session, "conference_booking.changed", "conference-bookings", booking.id, round_id=booking.round_id)
