"""Sign-ups, ideas and visits as messages look at them: each kind of thing in one statement."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import text

from domain.kernel.session import SchoolSession
from domain.messaging.queries.gatherings import child_of, with_child
from domain.messaging.rules.gathered import Gathered
from domain.messaging.rules.gathering import Gathering
from domain.messaging.rules.idea_answers import Answered
from domain.messaging.rules.inviting import Person, Placed
from domain.messaging.rules.visiting import Visit
from domain.visits.models.words import VisitStatus

_PLACED = text("""
SELECT id, activity_id, moment_id, guardian_id, student_id FROM activity_sign_ups
 WHERE school_id = :school_id AND state = 'signed_up'
   AND (id = ANY (CAST(:moved_up AS uuid[])) OR id = ANY (CAST(:signed_up AS uuid[])) AND entered = 'staff')
 ORDER BY id
""")
"""Who signed up by themselves saw at once that there is a place."""

_ANSWERED = text("""
SELECT i.id, p.guardian_id, p.student_id, i.reported_at IS NOT NULL AS is_reported
  FROM activity_ideas i
 CROSS JOIN LATERAL (
       SELECT i.guardian_id, i.student_id WHERE num_nonnulls(i.guardian_id, i.student_id) > 0
        UNION
       SELECT s.guardian_id, NULL FROM activity_idea_supports s
        WHERE s.school_id = i.school_id AND s.idea_id = i.id AND i.id = ANY (CAST(:reported AS uuid[]))) p
 WHERE i.school_id = :school_id AND i.id = ANY (CAST(:ids AS uuid[])) AND i.status = 'answered'
 ORDER BY i.id, p.guardian_id, p.student_id
""")

_VISITS = text("""
SELECT v.id, v.student_id, v.guardian_id, v.status, v.starts_at, v.answered_at, v.created_by_id, ARRAY (
           SELECT CAST(coalesce(w.staff_id, w.interpreter_id) AS text) FROM home_visit_visitors w
            WHERE w.school_id = v.school_id AND w.visit_id = v.id ORDER BY 1) AS visitors
  FROM home_visits v
 WHERE v.school_id = :school_id AND v.id = ANY (CAST(:ids AS uuid[]))
""")


async def placed_in(session: SchoolSession, gathered: Gathered) -> list[Placed]:
    """Sign-ups for which there is a place, and that nobody was told of."""
    given = {"signed_up": [*gathered.signed_up], "moved_up": [*gathered.moved_up]}
    rows = (await session.execute(_PLACED, _here(session) | given)).all()
    return [
        Placed(row.id, row.moment_id, Person(row.activity_id, who, student_id))
        for row, who, student_id in await with_child(session, rows)
    ]


async def children_of(
    session: SchoolSession, gathered: Gathered, activities: Mapping[UUID, Gathering]
) -> dict[UUID, UUID]:
    """Through whose plan each is reached who counts on one of these, or did: the child that they named, else their
    eldest; a student as such."""
    counting = {who for one in activities.values() for who in one.coming} | {one.who for one in gathered.lost}
    named = {who: child for one in activities.values() for who, child in one.children.items()}
    return {who: who for who in counting} | await child_of(session, counting - named.keys()) | named


async def ideas_answered(session: SchoolSession, ids: Iterable[UUID], reported: Iterable[UUID]) -> list[Answered]:
    """Who hears of it."""
    given = _here(session) | {"ids": [*ids], "reported": [*reported]}
    rows = (await session.execute(_ANSWERED, given)).all()
    found = await with_child(session, rows)
    return [Answered(row.id, who, student_id, row.is_reported) for row, who, student_id in found]


async def visits_of(session: SchoolSession, ids: Iterable[UUID]) -> Mapping[UUID, Visit]:
    rows = (await session.execute(_VISITS, _here(session) | {"ids": [*ids]})).mappings()
    return {row["id"]: _visit(row) for row in rows}


def _visit(row: Any) -> Visit:
    return Visit(**{**row, "status": VisitStatus(row["status"]), "visitors": tuple(row["visitors"])})


def _here(session: SchoolSession) -> dict[str, Any]:
    return {"school_id": session.principal.school_id}
