"""Keeping times for a family while it chooses."""

from uuid import UUID

from domain.conferences.actions.keeping import drop, end_waiting, kept
from domain.conferences.actions.lapsing import lapse
from domain.conferences.actions.offering import offer
from domain.conferences.actions.placing import place
from domain.conferences.actions.taking import take
from domain.conferences.models.holds import KEPT, Hold, HoldFields
from domain.conferences.models.waits import WaitStatus
from domain.conferences.queries.desk import open_desk
from domain.conferences.queries.holds import HOLD
from domain.conferences.queries.sharing import share_round_of
from domain.kernel import clock
from domain.kernel.session import SchoolSession


async def hold(session: SchoolSession, round_id: UUID, fields: HoldFields) -> list[Hold]:
    """Keep all the times for five minutes, or none. What was kept with the same people is let go.

    Raises:
        NotFound, Forbidden, Invalid, Conflict: as `book`.
    """
    await lapse(session, round_id)
    staff_ids = {staff_id for slot in fields.slots for staff_id in slot.staff_ids}
    student_ids = {student_id for slot in fields.slots for student_id in slot.student_ids}
    desk = await open_desk(session, round_id, fields.family_id, staff_ids, student_ids=student_ids)
    placed = place(desk, fields.slots, "/slots")
    await drop(session, desk.holds)
    await end_waiting(session, desk.waits, WaitStatus.LET_GO, WaitStatus.OFFERED)
    await take(session, desk, placed, "/slots")
    return [kept(session, one, clock.now() + KEPT) for one in placed]


async def let_go(session: SchoolSession, row_id: UUID, version: int) -> None:
    """The family chooses something else; an offer goes to who comes next.

    Raises:
        NotFound, Stale: as everywhere.
    """
    await share_round_of(session, Hold, row_id)
    row = await session.get_row(Hold, row_id, HOLD.visible(session.viewer), version=version)
    round_id, staff_ids = row.round_id, {UUID(one) for one in row.staff_ids}
    await drop(session, [row.id])
    await end_waiting(session, [row.wait_id] if row.wait_id else [], WaitStatus.LET_GO, WaitStatus.OFFERED)
    await offer(session, round_id, staff_ids)
