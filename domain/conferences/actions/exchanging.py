"""The exchange itself: two talks take each other's time, or both stay."""

from datetime import datetime

from domain.conferences.actions.moving import settle
from domain.conferences.actions.placing import Placed
from domain.conferences.models.slot_facts import SlotFacts
from domain.conferences.models.swaps import Swap
from domain.conferences.models.words import BookingOrigin
from domain.conferences.queries.slot_facts import slot_facts
from domain.conferences.queries.standing_talk import Standing, standing_unseen
from domain.conferences.rules.desk import check_open
from domain.conferences.rules.slots import obstacle
from domain.conferences.rules.wish import Wish
from domain.conversations.facts import Status
from domain.kernel.claiming import release
from domain.kernel.errors import Conflict, Message
from domain.kernel.session import SchoolSession

SWAP_OVER = Message(
    "swap_is_over",
    "Dit ruilvoorstel geldt niet meer.",
    "Cette proposition d'échange n'est plus valable.",
    "This proposal no longer holds.",
)
DOES_NOT_FIT = Message(
    "swap_does_not_fit",
    "Ruilen lukt niet: een van de gesprekken past niet op het andere moment. Misschien duurt het langer, is er geen "
    "tolk vrij, of ligt er een ander gesprek te dichtbij.",
    "L'échange n'est pas possible : un des entretiens ne tient pas à l'autre moment. Peut-être dure-t-il plus "
    "longtemps, aucun interprète n'est libre, ou un autre entretien est trop proche.",
    "Changing is not possible: one of the talks does not fit at the other time. It may take longer, no interpreter may "
    "be free, or another talk may be too close.",
)


async def exchange(session: SchoolSession, swap: Swap) -> None:
    """Both move, or neither. Locked in one order, so that two of them do not deadlock.

    Raises:
        Conflict: `swap_is_over` when either has moved; `swap_does_not_fit`.
    """
    both = {one: await standing_unseen(session, one) for one in sorted((swap.booking_id, swap.other_booking_id))}
    mine, other = both[swap.booking_id], both[swap.other_booking_id]
    if not _stand(swap, mine, other):
        raise Conflict(SWAP_OVER)
    families = [*mine.family_ids, *other.family_ids]
    itself = [mine.life.conversation.id, other.life.conversation.id]
    facts = await slot_facts(session, swap.round_id, mine.staff_ids, families, itself)
    agreed = {swap.asked_by_id, session.principal.guardian_id}
    if check_open(facts):
        raise Conflict(SWAP_OVER)
    begins = mine.life.conversation.starts_at
    ours, theirs = _place(facts, mine, other.life.conversation.starts_at), _place(facts, other, begins)
    with session.by_itself():
        await release(session, *itself)
        for one, placed in ((mine, ours), (other, theirs)):
            await settle(session, one, placed, agreed, BookingOrigin.SWAPPED)


def _stand(swap: Swap, mine: Standing, other: Standing) -> bool:
    """Both stand as they did when it was proposed."""
    times = (mine.life.conversation.starts_at, other.life.conversation.starts_at)
    planned = all(one.life.conversation.status == Status.PLANNED for one in (mine, other))
    return planned and times == (swap.starts_at, swap.other_starts_at)


def _place(facts: SlotFacts, one: Standing, starts_at: datetime) -> Placed:
    """As long, by the same way and with an interpreter, if it has one."""
    families = {family.id: family for family in facts.families}
    staff = tuple(known for staff_id in one.staff_ids for known in facts.staff if known.staff_id == staff_id)
    about, family = tuple(one.student_ids), families[one.family_ids[0]]
    wish = Wish(facts, staff, family, about, one.request.with_student, one.manner)
    time = wish.at(starts_at)
    session = wish.session_at(time)
    if session is None or obstacle(wish, starts_at):
        raise Conflict(DOES_NOT_FIT)
    placed = Placed(one.life.conversation.id, wish, one.at(starts_at), time, session, wish.interpreter_at(time))
    if one.is_interpreted and placed.interpreter is None:
        raise Conflict(DOES_NOT_FIT)
    wish.stand(placed.id, time, session)
    return placed
