"""Activities and visits at home that are near, and of which nobody reminded yet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import text

from domain.kernel.session import SchoolSession
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.gatherings import AS_JSON, with_child
from domain.messaging.rules.gathering_reminders import DueSignUp
from domain.messaging.rules.inviting import Person

_SIGN_UPS = text(f"""
SELECT s.moment_id, s.activity_id, s.guardian_id, s.student_id
  FROM activity_sign_ups s
  JOIN activity_moments m ON m.school_id = s.school_id AND m.id = s.moment_id
   AND m.starts_at > :now AND m.starts_at <= :now + make_interval(hours => :hours)
  JOIN activities a ON a.school_id = s.school_id AND a.id = s.activity_id AND a.status = 'invited'
 WHERE s.school_id = :school_id AND s.state = 'signed_up'
   AND s.created_at < m.starts_at - make_interval(hours => :hours)
   AND NOT EXISTS (
       SELECT FROM messages g
        WHERE g.school_id = s.school_id AND g.resource_id = s.activity_id
          AND coalesce(g.guardian_id, g.student_id) = coalesce(s.guardian_id, s.student_id)
          AND g.occasion = '{MessageKind.ACTIVITY_REMINDER}:' || m.id || ':' || {AS_JSON.format("m.starts_at")})
 ORDER BY s.id
""")
"""Who signed up only just now needs no reminder."""

_VISITS = text(f"""
SELECT v.id
  FROM home_visits v
 WHERE v.school_id = :school_id AND v.status = 'planned'
   AND v.starts_at > :now AND v.starts_at <= :now + make_interval(hours => :hours)
   AND EXISTS (
       SELECT FROM messages g
        WHERE g.school_id = v.school_id AND g.resource_id = v.id AND g.kind = '{MessageKind.HOME_VISIT_PLANNED}'
          AND g.created_at < v.starts_at - make_interval(hours => :hours))
   AND NOT EXISTS (
       SELECT FROM messages g
        WHERE g.school_id = v.school_id AND g.resource_id = v.id AND g.kind = '{MessageKind.HOME_VISIT_REMINDER}'
          AND (g.told ->> 'starts_at')::timestamptz = v.starts_at)
 ORDER BY v.id
""")


async def sign_ups_due(session: SchoolSession, hours: int, moment: datetime) -> list[DueSignUp]:
    rows = (await session.execute(_SIGN_UPS, _given(session, hours, moment))).all()
    return [
        DueSignUp(row.moment_id, Person(row.activity_id, who, student_id))
        for row, who, student_id in await with_child(session, rows)
    ]


async def visits_due(session: SchoolSession, hours: int, moment: datetime) -> list[UUID]:
    return [*await session.scalars(_VISITS, _given(session, hours, moment))]


def _given(session: SchoolSession, hours: int, moment: datetime) -> dict[str, object]:
    return {"school_id": session.principal.school_id, "hours": hours, "now": moment}
