"""Booking: a talk that a family chose becomes a conversation, all at once, or nothing happens."""

from uuid import UUID

from domain.conferences.actions.keeping import end_choosing
from domain.conferences.actions.lapsing import lapse
from domain.conferences.actions.placing import place
from domain.conferences.actions.taking import take
from domain.conferences.actions.writing import write
from domain.conferences.models.bookings import Booking
from domain.conferences.models.holds import BookFields
from domain.conferences.models.words import BookingOrigin
from domain.conferences.queries.desk import open_desk
from domain.kernel.session import SchoolSession


async def book(
    session: SchoolSession, round_id: UUID, fields: BookFields, origin: BookingOrigin = BookingOrigin.BOOKED
) -> list[Booking]:
    """All the talks, or none.

    Raises:
        NotFound, Forbidden, Invalid: as `open_desk`.
        Conflict: in the words of the first rule that stands in the way, with open times nearby.
    """
    await lapse(session, round_id)
    staff_ids = {staff_id for talk in fields.talks for staff_id in talk.staff_ids}
    student_ids = {student_id for talk in fields.talks for student_id in talk.student_ids}
    desk = await open_desk(session, round_id, fields.family_id, staff_ids, student_ids=student_ids)
    placed = place(desk, fields.talks, "/talks")
    await end_choosing(session, desk)
    drafts = await take(session, desk, placed)
    return await write(session, desk, list(zip(drafts, fields.talks, strict=True)), origin)
