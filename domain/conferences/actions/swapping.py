"""Two families change times: one proposes, the other is asked, both agree; neither learns who the other is."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Uuid, literal, select

from domain.conferences.actions.exchanging import DOES_NOT_FIT, SWAP_OVER, exchange
from domain.conferences.actions.placing import ensure_open, taught_wish
from domain.conferences.models.swaps import Swap, SwapFields, SwapStatus
from domain.conferences.queries.desk import open_desk
from domain.conferences.queries.standing_talk import get_standing
from domain.conferences.queries.swaps import SWAP, SWAPPABLE, is_own_talk
from domain.conferences.rules.slots import obstacle
from domain.conversations.rules import Deed
from domain.kernel import clock
from domain.kernel.errors import FORBIDDEN, Conflict, Forbidden, Message
from domain.kernel.events import record
from domain.kernel.session import SchoolSession

NOBODY_TO_ASK = Message(
    "nobody_to_swap_with",
    "Er is op die momenten geen gesprek waarmee je kunt ruilen. Is een moment vrij, verplaats je gesprek dan gewoon.",
    "À ces moments, il n'y a pas d'entretien à échanger. Si un moment est libre, déplacez simplement le vôtre.",
    "There is no talk at those times to change with. If a time is open, simply move yours.",
)


async def propose(session: SchoolSession, row_id: UUID, fields: SwapFields) -> int:
    """Ask those who have a time that would suit better; gives how many are asked.

    Raises:
        Conflict: `nobody_to_swap_with`, `swap_does_not_fit`, `wrong_state`. NotFound, Forbidden: as everywhere.
    """
    standing = await get_standing(session, row_id)
    standing.life.ensure(Deed.RESCHEDULE)
    if not standing.as_family(session.principal):
        raise Forbidden(FORBIDDEN)
    standing.ensure_of_one_family()
    booking, it = standing.booking, standing.life.conversation
    parameters = {
        "school_id": booking.school_id,
        "round_id": booking.round_id,
        "booking_id": booking.id,
        "now": clock.now(),
        "times": fields.times,
        "staff": standing.staff_ids,
        "families": standing.family_ids,
    }
    found = list(await session.execute(SWAPPABLE, parameters))
    giving_way = [it.id, *(one.conversation_id for one in found)]
    [family_id] = standing.family_ids
    desk = await open_desk(session, booking.round_id, family_id, standing.staff_ids, except_holders=giving_way)
    ensure_open(desk)
    wish = taught_wish(desk, standing.at(it.starts_at), manner=standing.manner)
    fitting = [one for one in found if obstacle(wish, one.starts_at) is None]
    until = clock.now() + timedelta(minutes=desk.facts.round.booking.offer_minutes)
    for other_id, _, starts_at in fitting:
        swap = Swap(
            school_id=booking.school_id,
            round_id=booking.round_id,
            booking_id=booking.id,
            other_booking_id=other_id,
            starts_at=it.starts_at,
            other_starts_at=starts_at,
            asked_by_id=session.principal.guardian_id,
            expires_at=min(until, it.starts_at, starts_at),
        )
        session.add(swap)
        record(session, "conference_swap.proposed", "conference-swaps", swap.id, round_id=booking.round_id)
    if not fitting:
        raise Conflict(DOES_NOT_FIT if found else NOBODY_TO_ASK)
    return len(fitting)


async def agree(session: SchoolSession, row_id: UUID) -> None:
    """Both talks move, in one go.

    Raises:
        Conflict: `swap_is_over` when either has moved, `swap_does_not_fit`.
        Forbidden: to who proposed it. NotFound: as everywhere.
    """
    swap = await _asked(session, row_id, own_proposal=False)
    await exchange(session, swap)
    _end(session, swap, SwapStatus.AGREED)


async def refuse(session: SchoolSession, row_id: UUID) -> None:
    """No; nobody owes a reason.

    Raises:
        Conflict: `swap_is_over`. Forbidden: to who proposed it. NotFound: as everywhere.
    """
    _end(session, await _asked(session, row_id, own_proposal=False), SwapStatus.REFUSED)


async def withdraw(session: SchoolSession, row_id: UUID) -> None:
    """The family that proposed it keeps its time after all.

    Raises:
        Conflict: `swap_is_over`. Forbidden: to who is asked. NotFound: as everywhere.
    """
    _end(session, await _asked(session, row_id, own_proposal=True), SwapStatus.WITHDRAWN)


async def _asked(session: SchoolSession, row_id: UUID, *, own_proposal: bool) -> Swap:
    swap = await session.get_row(Swap, row_id, SWAP.visible(session.viewer))
    side = swap.booking_id if own_proposal else swap.other_booking_id
    if not await session.scalar(select(is_own_talk(session.viewer, literal(side, Uuid)))):
        raise Forbidden(FORBIDDEN)
    if swap.status != SwapStatus.ASKED or swap.expires_at <= clock.now():
        raise Conflict(SWAP_OVER)
    return swap


def _end(session: SchoolSession, swap: Swap, ending: SwapStatus) -> None:
    swap.status = ending
    with session.by_itself():
        record(session, f"conference_swap.{ending}", "conference-swaps", swap.id, round_id=swap.round_id)
