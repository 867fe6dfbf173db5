"""Waiting for a time that comes free, and taking it."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.conferences.actions.booking import book
from domain.conferences.actions.keeping import drop
from domain.conferences.actions.lapsing import lapse
from domain.conferences.actions.offering import offer
from domain.conferences.actions.placing import ensure_open, refusal, taught_wish
from domain.conferences.models.holds import BookFields, Hold, SlotFields, TalkChoice
from domain.conferences.models.waits import Wait, WaitFields, WaitingFields, WaitStatus
from domain.conferences.models.words import BookingOrigin
from domain.conferences.queries.desk import open_desk
from domain.conferences.queries.waits import WAIT
from domain.conferences.rules.desk import check_wish
from domain.kernel import clock
from domain.kernel.errors import Conflict, Message
from domain.kernel.events import record
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession

NOTHING_OFFERED = Message(
    "nothing_offered",
    "Er is nu geen moment voor jullie vrijgehouden.",
    "Aucun moment n'est réservé pour vous actuellement.",
    "No time is kept for you now.",
)
_OPEN = {WaitStatus.WAITING, WaitStatus.OFFERED}


async def join(session: SchoolSession, round_id: UUID, fields: WaitFields) -> Wait:
    """Stand on the waiting list; a time that is open and fits is offered at once.

    Raises:
        NotFound, Forbidden, Invalid, Conflict: as `book`; `already_exists` for who waits already.
    """
    await lapse(session, round_id)
    desk = await open_desk(session, round_id, fields.family_id, {fields.staff_id})
    ensure_open(desk)
    asked = SlotFields(staff_ids=[fields.staff_id], student_ids=[fields.student_id], starts_at=clock.now())
    wish = taught_wish(desk, asked)
    if found := check_wish(wish):
        raise refusal(found)
    written = WaitingFields.model_validate(fields.model_dump(include=set(WaitingFields.model_fields)))
    here = {"round_id": round_id, "family_id": desk.family.id}
    wait = Wait.of(session.principal.school_id, written, id=new_id(), **here)
    session.add(wait)
    record(session, "conference_wait.joined", "conference-waits", wait.id, round_id=round_id)
    await session.flush()
    await offer(session, round_id, {wait.staff_id})
    return wait


async def take_offer(session: SchoolSession, row_id: UUID) -> UUID:
    """Book the time that is kept; gives the booking's id.

    Raises:
        Conflict: `nothing_offered`, also when it was kept long enough. NotFound: as everywhere.
    """
    wait = await _wait(session, row_id)
    kept = await _kept(session, wait)
    if wait.status != WaitStatus.OFFERED or kept is None or kept.expires_at <= clock.now():
        raise Conflict(NOTHING_OFFERED)
    talk = TalkChoice(
        staff_ids=[wait.staff_id],
        student_ids=[wait.student_id],
        starts_at=kept.starts_at,
        with_student=wait.with_student,
        topics=wait.topics,
    )
    fields = BookFields(family_id=wait.family_id, talks=[talk])
    [booking] = await book(session, wait.round_id, fields, BookingOrigin.WAITING_LIST)
    return booking.id


async def let_offer_go(session: SchoolSession, row_id: UUID) -> None:
    """The time goes to who comes next.

    Raises:
        Conflict: `nothing_offered`. NotFound: as everywhere.
    """
    wait = await _wait(session, row_id)
    if wait.status != WaitStatus.OFFERED:
        raise Conflict(NOTHING_OFFERED)
    await _end(session, wait, WaitStatus.LET_GO)


async def leave(session: SchoolSession, row_id: UUID, version: int) -> None:
    """Wait no longer.

    Raises:
        NotFound, Stale: as everywhere.
    """
    wait = await _wait(session, row_id, version)
    if wait.status in _OPEN:
        await _end(session, wait, WaitStatus.ENDED)


async def _end(session: SchoolSession, wait: Wait, ending: WaitStatus) -> None:
    kept = await _kept(session, wait)
    wait.status = ending
    record(session, f"conference_wait.{ending}", "conference-waits", wait.id, round_id=wait.round_id)
    await session.flush()
    if kept:
        await drop(session, [kept.id])
        await offer(session, wait.round_id, {wait.staff_id})


async def _wait(session: SchoolSession, row_id: UUID, version: int | None = None) -> Wait:
    return await session.get_row(Wait, row_id, WAIT.visible(session.viewer), version=version)


async def _kept(session: SchoolSession, wait: Wait) -> Hold | None:
    of_it = (col(Hold.school_id) == wait.school_id, col(Hold.wait_id) == wait.id)
    return await session.find_row(select(Hold).where(*of_it))
