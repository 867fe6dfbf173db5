"""Calling off all that stands in a round."""

from sqlalchemy import select, update
from sqlmodel import col

from domain.conferences.actions.keeping import drop
from domain.conferences.actions.publication import changes, claims, conversations, events
from domain.conferences.models.bookings import Booking
from domain.conferences.models.holds import Hold
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.swaps import Swap, SwapStatus
from domain.conferences.models.waits import Wait, WaitStatus
from domain.conferences.rules.publishing import ROUND_OFF
from domain.kernel import clock
from domain.kernel.session import SchoolSession
from domain.school.models.schools import School

_GONE = (changes.AHEAD, conversations.CALLED_OFF, claims.RELEASED, events.TOLD)


async def call_off(session: SchoolSession, round_: ConferenceRound) -> None:
    """By the school, for everybody. Talks that have begun stay as they are; nobody is offered what comes free."""
    [school] = await session.rows(select(School).where(col(School.school_id) == round_.school_id))
    given = {
        "school_id": round_.school_id,
        "round_id": round_.id,
        "now": clock.now(),
        "cancelled_reason": ROUND_OFF.words(school.languages[0]),
        "actor_id": session.principal.person_id,
    }
    for statement in _GONE:
        await session.execute(statement, given)
    await _end_choosing(session, round_)


async def _end_choosing(session: SchoolSession, round_: ConferenceRound) -> None:
    here = {table: (col(table.school_id) == round_.school_id, col(table.round_id) == round_.id) for table in _CHOOSING}
    await drop(session, list(await session.scalars(select(col(Hold.id)).where(*here[Hold]))))
    waits = (*here[Wait], col(Wait.status).in_([WaitStatus.WAITING, WaitStatus.OFFERED]))
    await session.execute(update(Wait).where(*waits).values(status=WaitStatus.ENDED))
    talks = select(col(Booking.id)).where(*here[Booking])
    swaps = (col(Swap.school_id) == round_.school_id, col(Swap.booking_id).in_(talks))
    await session.execute(
        update(Swap).where(*swaps, col(Swap.status) == SwapStatus.ASKED).values(status=SwapStatus.LAPSED)
    )


_CHOOSING = (Hold, Wait, Booking)
