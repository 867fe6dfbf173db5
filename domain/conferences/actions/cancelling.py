"""Calling a talk off; its time goes to who waits for it."""

from uuid import UUID

from domain.conferences.actions.moving import end_swaps
from domain.conferences.actions.offering import offer
from domain.conferences.queries.desk import open_desk
from domain.conferences.queries.standing_talk import Standing, get_standing
from domain.conversations.actions.course import end
from domain.conversations.actions.stepping_back import step_back
from domain.conversations.facts import Status
from domain.conversations.models.participants import CancelFields
from domain.conversations.rules import Deed
from domain.kernel import clock
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


async def cancel(session: SchoolSession, row_id: UUID, fields: CancelFields) -> None:
    """By the family or by the school. Of two families, one only steps back: the other's talk stays (R17).

    Raises:
        NotFound, Forbidden: as everywhere. Conflict: `wrong_state`.
    """
    standing = await get_standing(session, row_id)
    standing.life.ensure(Deed.CANCEL)
    joint = standing.as_family(session.principal) and len(standing.family_ids) > 1
    if joint and await _stepped_back(session, standing, fields.reason):
        return
    standing.life.conversation.cancelled_reason = fields.reason
    if standing.request.created_by_staff_id is None:
        standing.request.withdrawn_at = clock.now()
    await end(session, standing.life, Status.CANCELLED, "cancelled")
    await end_swaps(session, standing.booking)
    booking = standing.booking
    record(session, "conference_booking.cancelled", "conference-bookings", booking.id, round_id=booking.round_id)
    booking.touch()
    await session.flush()
    await offer(session, booking.round_id, standing.staff_ids)


async def _stepped_back(session: SchoolSession, standing: Standing, reason: str | None) -> bool:
    """All of the caller's family who were asked, when somebody of the other one still comes: the time stays theirs."""
    desk = await open_desk(session, standing.booking.round_id, None, standing.staff_ids)
    guardians = [one for one in standing.life.participants if one.guardian_id and one.is_open]
    if all(one.guardian_id in desk.family.members for one in guardians):
        return False
    for one in guardians:
        if one.guardian_id in desk.family.members:
            await step_back(session, standing.life, one, reason)
    standing.booking.touch()
    return True
