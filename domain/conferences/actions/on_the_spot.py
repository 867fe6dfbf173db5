"""A talk that is added on the spot, also beyond the schedule; nobody is taken twice even then."""

from datetime import datetime, timedelta
from uuid import UUID

from domain.conferences.actions.drafting import drafted
from domain.conferences.actions.lapsing import lapse
from domain.conferences.actions.placing import Placed, ensure_open, refusal, wish_of
from domain.conferences.actions.writing import write
from domain.conferences.models.bookings import Booking, SpotFields
from domain.conferences.models.requests import TalkRequest
from domain.conferences.models.slot_facts import SessionFacts
from domain.conferences.models.words import BookingOrigin
from domain.conferences.queries.desk import Desk, open_desk
from domain.conferences.rules.desk import NOT_BOOKABLE
from domain.conferences.rules.slots import NOBODY_MAY_COME, OUTSIDE
from domain.conferences.rules.wish import Manner
from domain.kernel.claiming import claim
from domain.kernel.claims import CELL_SECONDS
from domain.kernel.errors import FORBIDDEN, Forbidden
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession

NEAR = timedelta(hours=12)


async def add_on_the_spot(session: SchoolSession, round_id: UUID, fields: SpotFields) -> Booking:
    """No rule of the schedule stands in its way, only who or what is taken.

    Raises:
        Conflict: `double_booking`, naming the kind of what is taken; `round_not_bookable`; `nobody_may_come`.
        Invalid: `outside_round` off the cells of five minutes, or on a day without a session.
        Forbidden: to the family itself. NotFound: as everywhere.
    """
    await lapse(session, round_id)
    desk = await open_desk(session, round_id, fields.family_id, fields.staff_ids)
    if desk.as_family:
        raise Forbidden(FORBIDDEN)
    ensure_open(desk)
    placed = _placed(desk, fields)
    draft = drafted(placed, session.principal)
    await claim(session, placed.id, draft.claims())
    [booking] = await write(session, desk, [(draft, fields)], BookingOrigin.ON_THE_SPOT)
    request = await session.get_one(TalkRequest, (booking.school_id, booking.request_id))
    request.minutes = fields.minutes or request.minutes
    return booking


def _placed(desk: Desk, fields: SpotFields) -> Placed:
    wish = wish_of(desk, fields, manner=Manner(minutes=fields.minutes))
    near = _nearest(desk, fields.starts_at)
    if near is None:
        raise refusal(NOT_BOOKABLE.broken())
    time = wish.at(fields.starts_at)
    if fields.starts_at.timestamp() % CELL_SECONDS or not _is_near(near, fields.starts_at):
        raise refusal(OUTSIDE.broken("/starts_at"))
    if not wish.guardians_in(near.id):
        raise refusal(NOBODY_MAY_COME.broken())
    return Placed(new_id(), wish, fields, time, near, wish.interpreter_at(time))


def _nearest(desk: Desk, moment: datetime) -> SessionFacts | None:
    """The session to which it is added."""
    return min(desk.facts.round.sessions, key=lambda one: abs(one.starts_at - moment), default=None)


def _is_near(session: SessionFacts, moment: datetime) -> bool:
    return session.starts_at - NEAR <= moment <= session.ends_at + NEAR
