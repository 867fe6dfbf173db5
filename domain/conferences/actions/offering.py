"""Offering freed times to who waits for them, the right family first."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, select

from domain.conferences.actions.drafting import drafted
from domain.conferences.actions.keeping import kept
from domain.conferences.actions.placing import Placed
from domain.conferences.models.holds import SlotFields
from domain.conferences.models.slot_facts import FamilyFacts, SlotFacts
from domain.conferences.models.waits import Wait, WaitStatus
from domain.conferences.queries.slot_facts import slot_facts
from domain.conferences.rules.desk import check_open, check_wish
from domain.conferences.rules.slots import open_times, suits
from domain.conferences.rules.wish import Wish
from domain.kernel import clock
from domain.kernel.claiming import claim_together
from domain.kernel.errors import Conflict
from domain.kernel.events import record
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession

_WAITING = text("""
    SELECT w.id FROM conference_waits w
    LEFT JOIN LATERAL (
        SELECT r.need, r.created_by_staff_id IS NOT NULL AS is_invited, r.rank
        FROM conference_request_parties f
        JOIN conference_requests r ON r.school_id = w.school_id AND r.id = f.request_id AND r.withdrawn_at IS NULL
        WHERE f.school_id = w.school_id AND f.family_id = w.family_id AND r.round_id = w.round_id
          AND EXISTS (SELECT FROM conference_request_parties s
                      WHERE s.school_id = w.school_id AND s.request_id = r.id AND s.staff_id = w.staff_id)
        ORDER BY r.need = 'must' DESC, r.created_by_staff_id IS NOT NULL DESC, r.rank LIMIT 1
    ) asked ON true
    WHERE w.school_id = :school_id AND w.round_id = :round_id AND w.status = 'waiting'
      AND w.staff_id = ANY (CAST(:staff AS uuid[]))
    ORDER BY coalesce(asked.need = 'must', false) DESC, coalesce(asked.is_invited, false) DESC,
             coalesce(asked.rank, 9), w.created_at, w.id
    LIMIT 100 FOR UPDATE OF w SKIP LOCKED
""")
"""Mandatory first, then invited, then by rank, then who waited longest."""


async def offer(session: SchoolSession, round_id: UUID, staff_ids: Collection[UUID]) -> None:
    """Keep open times of this staff for who waits for them, as long as the round says."""
    here = {"school_id": session.principal.school_id, "round_id": round_id, "staff": [*staff_ids]}
    ids = list((await session.execute(_WAITING, here)).scalars())
    if not ids:
        return
    found = await session.rows(select(Wait).where(col(Wait.school_id) == here["school_id"], col(Wait.id).in_(ids)))
    waits = sorted(found, key=lambda wait: ids.index(wait.id))
    facts = await slot_facts(session, round_id, staff_ids, {wait.family_id for wait in waits})
    if check_open(facts) is None:
        await _keep(session, facts, [(wait, fit) for wait in waits if (fit := _fitting(facts, wait))])


async def _keep(session: SchoolSession, facts: SlotFacts, offered: list[tuple[Wait, Placed]]) -> None:
    """Somebody else may book one of the times at this moment; then this waits for the next look."""
    until = clock.now() + timedelta(minutes=facts.round.booking.offer_minutes)
    try:
        async with session.begin_nested():
            await claim_together(session, {one.id: drafted(one, session.principal).claims() for _, one in offered})
    except Conflict:
        return
    for wait, one in offered:
        kept(session, one, until, wait.id)
        wait.status, wait.offered_at = WaitStatus.OFFERED, clock.now()
        record(session, "conference_wait.offered", "conference-waits", wait.id, round_id=wait.round_id)


def _fitting(facts: SlotFacts, wait: Wait) -> Placed | None:
    """The first open time that fits the family; from then on it stands in the facts."""
    wish = _wish(facts, wait)
    if wish is None or check_wish(wish):
        return None
    time = next((one for one in open_times(wish) if suits(wish, one) is not False), None)
    session = wish.session_at(time) if time else None
    if time is None or session is None:
        return None
    slot = SlotFields(staff_ids=[wait.staff_id], starts_at=time.starts_at, student_ids=[wait.student_id])
    placed = Placed(new_id(), wish, slot, time, session, wish.interpreter_at(time))
    wish.stand(placed.id, time, session)
    return placed


def _wish(facts: SlotFacts, wait: Wait) -> Wish | None:
    families: dict[UUID, FamilyFacts] = {one.id: one for one in facts.families}
    staff = [one for one in facts.staff if one.staff_id == wait.staff_id]
    family = families.get(wait.family_id)
    if not staff or family is None or wait.student_id not in family.student_ids:
        return None
    return Wish(facts, tuple(staff), family, (wait.student_id,), wait.with_student)
