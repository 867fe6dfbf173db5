"""Activities as messages look at them, and whom they are meant for."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Alias, ColumnElement, Select, select, text, true
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col

from domain.activities.models.activities import Activity
from domain.activities.models.words import ActivityKind, ActivityStatus, SignUpMode
from domain.activities.queries.visibility import is_for
from domain.conferences.queries.people import is_informed
from domain.families.models import Guardianship, Student
from domain.families.queries import not_ended
from domain.kernel.read import another
from domain.kernel.session import SchoolSession
from domain.messaging.rules.gathering import Gathering
from domain.messaging.rules.inviting import Person

AS_JSON = """to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')"""
"""A moment as messages keep it; equal moments read alike."""

_GATHERINGS = text(f"""
SELECT a.id, a.status, a.sign_up, m.moments, s.people
  FROM activities a
 CROSS JOIN LATERAL (
       SELECT coalesce(jsonb_object_agg(id, jsonb_build_array(
                  {AS_JSON.format("starts_at")}, {AS_JSON.format("ends_at")},
                  coalesce(CAST(room_id AS text), place))), '{{}}') AS moments
         FROM activity_moments WHERE school_id = a.school_id AND activity_id = a.id) m
 CROSS JOIN LATERAL (
       SELECT coalesce(jsonb_agg(jsonb_build_array(who, coming, placed, child)), '[]') AS people
         FROM (SELECT coalesce(guardian_id, student_id) AS who, jsonb_agg(moment_id) AS coming,
                      min(CAST(student_id AS text)) AS child,
                      coalesce(jsonb_agg(moment_id) FILTER (WHERE state = 'signed_up'), '[]') AS placed
                 FROM activity_sign_ups
                WHERE school_id = a.school_id AND activity_id = a.id AND state IN ('signed_up', 'waiting')
                GROUP BY 1) one) s
 WHERE a.school_id = :school_id AND a.id = ANY (CAST(:ids AS uuid[]))
""")


async def gatherings_of(session: SchoolSession, ids: Iterable[UUID]) -> dict[UUID, Gathering]:
    """By id; one statement."""
    given = {"school_id": session.principal.school_id, "ids": [*ids]}
    return {row.id: _gathering(row) for row in await session.execute(_GATHERINGS, given)}


def _gathering(row: Any) -> Gathering:
    return Gathering(
        id=row.id,
        status=ActivityStatus(row.status),
        sign_up=SignUpMode(row.sign_up),
        moments=row.moments,
        coming={UUID(who): frozenset(coming) for who, coming, _, _ in row.people},
        placed={UUID(who): frozenset(placed) for who, _, placed, _ in row.people},
        children={UUID(who): UUID(child) for who, _, _, child in row.people if child},
    )


async def meant_for(
    session: SchoolSession,
    activity_ids: Iterable[UUID],
    knows: Callable[[Any], ColumnElement[bool]] = lambda _: true(),
) -> list[Person]:
    """Every guardian with a right to know of a child that the activity is for; once, for the eldest of these.
    A tour is for who does not know the school yet: families of the school are not written to for it.

    Args:
        knows: Of which students, by their id; of all when it is left out.
    """
    link, child, activity = Guardianship, another(Student), Activity
    found = _guardians(link, child, is_for(child), knows(child.c.id))
    found = found.join(activity, col(activity.school_id) == col(link.school_id))
    told = (col(activity.id).in_(list(activity_ids)), col(activity.kind) != ActivityKind.TOUR)
    found = found.where(col(link.school_id) == session.principal.school_id, *told)
    first = found.with_only_columns(col(activity.id), col(link.guardian_id), child.c.id)
    once = first.ext(distinct_on(col(activity.id), col(link.guardian_id)))
    rows = await session.execute(once.order_by(col(activity.id), col(link.guardian_id), child.c.born_on, child.c.id))
    return [Person(*row) for row in rows]


async def child_of(session: SchoolSession, guardian_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Through whose plan each of these guardians is reached when nothing names a child: their eldest."""
    link, child = Guardianship, another(Student)
    found = _guardians(link, child).where(
        col(link.school_id) == session.principal.school_id, col(link.guardian_id).in_(list(guardian_ids))
    )
    once = found.with_only_columns(col(link.guardian_id), child.c.id).ext(distinct_on(col(link.guardian_id)))
    rows = await session.execute(once.order_by(col(link.guardian_id), child.c.born_on, child.c.id))
    return {row[0]: row[1] for row in rows}


class WithChild(NamedTuple):
    """A row that names a guardian, a student or both, and through whose plan its person is reached."""

    row: Any
    who: UUID
    student_id: UUID


async def with_child(session: SchoolSession, rows: Sequence[Any]) -> list[WithChild]:
    """Rows with a `guardian_id` and a `student_id`, less those of a guardian who is informed of no child."""
    children = await child_of(session, {row.guardian_id for row in rows if not row.student_id})
    found = ((row, row.student_id or children.get(row.guardian_id)) for row in rows)
    return [WithChild(row, row.guardian_id or student_id, student_id) for row, student_id in found if student_id]


def _guardians(link: type[Guardianship], child: Alias, *also: Any) -> Select[Any]:
    """Guardians, each with the children at school of whom they are informed today."""
    learns = (child.c.school_id == col(link.school_id)) & (child.c.id == col(link.student_id))
    informed = is_informed(col(link.school_id), col(link.guardian_id), child.c.id)
    return select(link).join(child, learns).where(not_ended(child.c.ended_on), informed, *also)
