"""Who stands at the desk: a family of the round, and whether it speaks for itself."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select, text
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.rounds import ConferenceRound
from domain.conferences.models.slot_facts import FamilyFacts, SlotFacts, StaffFacts
from domain.conferences.queries.slot_facts import slot_facts
from domain.conferences.queries.visibility import reads_family_as_team
from domain.kernel.errors import NOT_FOUND, Detail, Forbidden, Invalid, Message, NotFound, Problem
from domain.kernel.session import SchoolSession

WHICH_FAMILY = Message(
    "which_family",
    "Zeg voor welk gezin van deze ronde.",
    "Dites pour quelle famille de cette session.",
    "Say for which family of this round.",
)
NOT_INFORMED = Message(
    "family_may_not_book",
    "Voor dit kind kun je hier niet zelf boeken. Neem contact op met de school.",
    "Vous ne pouvez pas réserver ici pour cet enfant. Contactez l'école.",
    "You cannot book here for this child yourself. Contact the school.",
)
_FIND = """
    SELECT f.id,
           (SELECT coalesce(array_agg(h.id), '{{}}') FROM conference_holds h
            WHERE h.school_id = f.school_id AND h.family_id = f.id AND h.staff_ids ?| CAST(:staff AS text[])
              AND (cardinality(CAST(:students AS uuid[])) = 0 OR h.student_ids ?| CAST(:students AS text[]))) AS holds,
           (SELECT coalesce(array_agg(w.id), '{{}}') FROM conference_waits w
            WHERE w.school_id = f.school_id AND w.family_id = f.id AND w.staff_id = ANY (CAST(:staff AS uuid[]))
              AND (cardinality(CAST(:students AS uuid[])) = 0 OR w.student_id = ANY (CAST(:students AS uuid[])))
              AND w.status IN ('waiting', 'offered')) AS waits
    FROM conference_families f
    JOIN conference_rounds o ON o.school_id = f.school_id AND o.id = f.round_id
    WHERE f.school_id = :school_id AND f.round_id = :round_id
      AND (f.id = CAST(:family_id AS uuid)
           OR CAST(:family_id AS uuid) IS NULL AND (
              f.guardian_id = CAST(:guardian_id AS uuid)
              OR f.household_id IN (SELECT m.household_id FROM household_members m
                                    WHERE m.school_id = :school_id AND m.guardian_id = CAST(:guardian_id AS uuid))))
    {locked}
"""
_LOOK, _LOCK = (text(_FIND.format(locked=locked)) for locked in ("", "FOR SHARE OF o FOR NO KEY UPDATE OF f"))
"""A family's own deeds wait for each other, so that its limits hold; and a publication and they wait for each other."""


class Desk(NamedTuple):
    """What is known, of the one family that is served."""

    facts: SlotFacts
    as_family: bool
    holds: list[UUID]
    """What is kept for the family with this staff: booking ends the choosing, and the waiting."""
    waits: list[UUID]
    gives_way: list[UUID]
    """Holders that the facts leave out: what is about to be let go."""

    @property
    def family(self) -> FamilyFacts:
        return self.facts.families[0]

    def staff(self, staff_ids: Collection[UUID]) -> tuple[StaffFacts, ...] | None:
        """In this order; None when somebody takes no part in the round."""
        known = {one.staff_id: one for one in self.facts.staff}
        found = [known[one] for one in staff_ids if one in known]
        return tuple(found) if len(found) == len(staff_ids) else None


async def open_desk(
    session: SchoolSession,
    round_id: UUID,
    family_id: UUID | None,
    staff_ids: Collection[UUID],
    *,
    student_ids: Collection[UUID] = (),
    except_holders: Collection[UUID] = (),
    locked: bool = True,
) -> Desk:
    """The facts for a family and some of the staff; what is kept for these students (all, if none is named) gives way.

    Raises:
        NotFound: when there is no such round or family, or the caller may not know of it.
        Invalid: `which_family` when the caller is of two, or of none as staff.
        Forbidden: to a member of the family without a right to information.
    """
    who = session.principal
    parameters = {
        "school_id": who.school_id,
        "round_id": round_id,
        "family_id": family_id,
        "guardian_id": who.guardian_id,
        "staff": [str(one) for one in staff_ids],
        "students": [str(one) for one in student_ids],
    }
    found = list(await session.execute(_LOCK if locked else _LOOK, parameters))
    if not found and family_id:
        raise NotFound(NOT_FOUND)
    if len(found) != 1:
        raise await _unknown(session, round_id)
    [(known_id, holds, waits)] = found
    gives_way = [*except_holders, *holds]
    facts = await slot_facts(session, round_id, staff_ids, [known_id], gives_way)
    return Desk(facts, await _speaks_for_itself(session, facts), holds, waits, gives_way)


async def desk_of_who_runs(
    session: SchoolSession,
    round_id: UUID,
    family_id: UUID,
    staff_ids: Collection[UUID],
    except_holders: Collection[UUID],
) -> Desk:
    """For who runs a talk of the family that stands: the school to it, also without teaching its children."""
    facts = await slot_facts(session, round_id, staff_ids, [family_id], except_holders)
    return Desk(facts, as_family=False, holds=[], waits=[], gives_way=[*except_holders])


async def _unknown(session: SchoolSession, round_id: UUID) -> Problem:
    """Of no family, or of two; and in a round that is not there, nobody is."""
    there = await session.get(ConferenceRound, (session.principal.school_id, round_id))
    return Invalid(WHICH_FAMILY, Detail("/family_id", WHICH_FAMILY)) if there else NotFound(NOT_FOUND)


async def _speaks_for_itself(session: SchoolSession, facts: SlotFacts) -> bool:
    """True for a guardian of the family, False for the school: the office, and who teaches its children (R17)."""
    family, who = facts.families[0], session.principal
    if who.guardian_id in family.members:
        if who.guardian_id not in {one.guardian_id for one in family.guardians}:
            raise Forbidden(NOT_INFORMED)
        return True
    this = (col(ConferenceFamily.school_id) == who.school_id, col(ConferenceFamily.id) == family.id)
    as_school = reads_family_as_team(session.viewer, ConferenceFamily)
    if await session.scalar(select(col(ConferenceFamily.id)).where(*this, as_school)):
        return False
    raise NotFound(NOT_FOUND)
