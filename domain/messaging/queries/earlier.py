"""Messages that are there already, locked: what is sent meanwhile waits, or was sent."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text

from domain.kernel.session import SchoolSession
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.occasion import Earlier

_EARLIER = text("""
SELECT m.id, m.kind, m.resource_id, m.student_id, coalesce(m.guardian_id, m.student_id) AS who, m.told,
       m.state = 'waiting' AND NOT EXISTS (
           SELECT FROM message_deliveries d WHERE d.school_id = m.school_id AND d.message_id = m.id)
       OR m.state = 'in_digest' AND EXISTS (
           SELECT FROM messages d WHERE d.school_id = m.school_id AND d.id = m.digest_id AND d.state = 'waiting')
       OR m.state = 'task' AND NOT EXISTS (
           SELECT FROM message_tasks t
            WHERE t.school_id = m.school_id AND t.message_id = m.id AND t.state <> 'open') AS is_open
  FROM messages m
 WHERE m.school_id = :school_id AND m.resource_id = ANY (CAST(:resources AS uuid[]))
   AND m.state <> 'overtaken' AND m.party <> 'teacher'
 ORDER BY m.id
   FOR UPDATE OF m
""")
"""Of one that was tried in vain it is not known what was heard, so it counts as heard; so does a task that was done."""


async def earlier_about(session: SchoolSession, resource_ids: Iterable[UUID]) -> list[Earlier]:
    """In the order in which they were made."""
    given = {"school_id": session.principal.school_id, "resources": [*resource_ids]}
    found = await session.execute(_EARLIER, given)
    return [Earlier(row[0], MessageKind(row[1]), *row[2:]) for row in found]
