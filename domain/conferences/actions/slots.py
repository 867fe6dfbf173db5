"""Looking for a time. It lets go of what was kept too long, so that it shows what can be booked."""

from uuid import UUID
from zoneinfo import ZoneInfo

from domain.conferences.actions.lapsing import lapse
from domain.conferences.actions.placing import ensure_open, taught_wish
from domain.conferences.models.holds import SlotFields
from domain.conferences.models.slot_facts import Span
from domain.conferences.models.slots import Slot, SlotQuery, Slots
from domain.conferences.queries.desk import open_desk
from domain.conferences.rules.slots import open_times, suits
from domain.conferences.rules.wish import Wish
from domain.kernel import clock
from domain.kernel.session import SchoolSession


async def open_slots(session: SchoolSession, round_id: UUID, query: SlotQuery) -> Slots:
    """The times that are open now for this talk.

    Raises:
        NotFound, Forbidden, Invalid: as `open_desk`. Conflict: while families may not book.
    """
    await lapse(session, round_id)
    desk = await open_desk(session, round_id, query.family_id, query.staff_id, locked=False)
    ensure_open(desk)
    asked = SlotFields(
        staff_ids=query.staff_id,
        student_ids=query.student_id,
        with_student=query.with_student,
        starts_at=clock.now(),
    )
    wish = taught_wish(desk, asked)
    return Slots(items=[_slot(wish, time, desk.facts.round.zone) for time in open_times(wish)])


def _slot(wish: Wish, time: Span, zone: ZoneInfo) -> Slot:
    session = wish.session_at(time)
    assert session is not None
    return Slot(
        session_id=session.id,
        starts_at=time.starts_at,
        ends_at=time.ends_at,
        local_start=f"{time.starts_at.astimezone(zone):%Y-%m-%dT%H:%M:%S}",
        suits=suits(wish, time),
        has_interpreter=wish.interpreter_at(time) is not None if wish.language else None,
    )
