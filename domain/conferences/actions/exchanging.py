"""The exchange itself: two talks take each other's time, or both stay."""

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
from domain.kernel.session import SchoolSession


async def exchange(session: SchoolSession, swap: Swap) -> bool:
    """Whether it could be done; else nothing has changed. Locked in one order, so that two of them do not deadlock."""
    both = {one: await standing_unseen(session, one) for one in sorted((swap.booking_id, swap.other_booking_id))}
    mine, other = both[swap.booking_id], both[swap.other_booking_id]
    if not _stand(swap, mine, other):
        return False
    families = [*mine.family_ids, *other.family_ids]
    itself = [mine.life.conversation.id, other.life.conversation.id]
    facts = await slot_facts(session, swap.round_id, mine.staff_ids, families, itself)
    agreed = {swap.asked_by_id, session.principal.guardian_id}
    ours, theirs = _place(facts, mine, other), _place(facts, other, mine)
    if check_open(facts) or ours is None or theirs is None:
        return False
    with session.by_itself():
        await release(session, *itself)
        for one, placed in ((mine, ours), (other, theirs)):
            await settle(session, one, placed, agreed, BookingOrigin.SWAPPED)
    return True


def _stand(swap: Swap, mine: Standing, other: Standing) -> bool:
    """Both stand as they did when it was proposed."""
    times = (mine.life.conversation.starts_at, other.life.conversation.starts_at)
    planned = all(one.life.conversation.status == Status.PLANNED for one in (mine, other))
    return planned and times == (swap.starts_at, swap.other_starts_at)


def _place(facts: SlotFacts, one: Standing, there: Standing) -> Placed | None:
    starts_at = there.life.conversation.starts_at
    families = {family.id: family for family in facts.families}
    staff = tuple(known for staff_id in one.staff_ids for known in facts.staff if known.staff_id == staff_id)
    wish = Wish(facts, staff, families[one.family_ids[0]], tuple(one.student_ids), one.request.with_student)
    time = wish.at(starts_at)
    session = wish.session_at(time)
    if session is None or obstacle(wish, starts_at):
        return None
    placed = Placed(one.life.conversation.id, wish, one.at(starts_at), time, session, wish.interpreter_at(time))
    wish.stand(placed.id, time, session)
    return placed
