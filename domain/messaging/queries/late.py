"""Talks that wait for somebody who runs late."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import text

from domain.kernel.session import SchoolSession
from domain.messaging.rules.late import Delayed

_DELAYED = text("""
SELECT s.id, c.id, c.student_id, c.starts_at, s.late_minutes, g.guardian_id
  FROM conference_staff s
  JOIN conference_bookings b
    ON b.school_id = s.school_id AND b.round_id = s.round_id AND b.session_id = s.late_session_id
  JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id
   AND c.status IN ('planned', 'proposed') AND c.starts_at > :now
  JOIN conversation_participants p
    ON p.school_id = c.school_id AND p.conversation_id = c.id AND p.staff_id = s.staff_id
  JOIN conversation_participants g ON g.school_id = c.school_id AND g.conversation_id = c.id
   AND g.guardian_id IS NOT NULL AND g.answer IN ('invited', 'accepted')
 WHERE s.school_id = :school_id AND s.id = ANY (CAST(:delays AS uuid[]))
 ORDER BY c.starts_at, c.id, g.guardian_id
""")


async def delayed(session: SchoolSession, ids: Iterable[UUID], moment: datetime) -> list[Delayed]:
    given = {"school_id": session.principal.school_id, "delays": [*ids], "now": moment}
    return [Delayed(*row) for row in await session.execute(_DELAYED, given)]
