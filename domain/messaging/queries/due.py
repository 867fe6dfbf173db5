"""What is due by the clock, and not yet said."""

from datetime import datetime
from typing import Any

from sqlalchemy import text

from domain.catalogue.models.words import AgendaSetBy, ParticipantRole
from domain.conferences.rules.topics import may_bring
from domain.kernel.row import PLATFORM
from domain.kernel.session import SchoolSession
from domain.messaging.models.settings import Messaging
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.reminders import Due, DueAgreement

_AHEAD = """
  FROM conversations c
  LEFT JOIN conference_bookings b ON b.school_id = c.school_id AND b.conversation_id = c.id
  JOIN conversation_participants p ON p.school_id = c.school_id AND p.conversation_id = c.id
 CROSS JOIN LATERAL (SELECT coalesce(p.guardian_id, p.student_id) AS who) w
  JOIN schools s ON s.school_id = c.school_id
 WHERE c.school_id = :school_id AND c.status IN ('planned', 'proposed') AND c.is_time_chosen AND c.starts_at > :now
   AND (p.answer IN ('invited', 'accepted')
        OR b.id IS NULL AND p.answer IS NULL AND p.role = 'student' AND p.student_id = c.student_id)
"""
_KNEW = """
   AND EXISTS (
       SELECT FROM messages m
        WHERE m.school_id = c.school_id AND coalesce(m.guardian_id, m.student_id) = w.who
          AND m.resource_id IN (c.id, b.round_id) AND m.kind IN ('invitation', 'change', 'round_times')
          AND m.state <> 'overtaken' AND m.created_at < c.starts_at - {ahead})
   AND NOT EXISTS (
       SELECT FROM messages m
        WHERE m.school_id = c.school_id AND m.resource_id = c.id AND m.kind = '{kind}'
          AND coalesce(m.guardian_id, m.student_id) = w.who
          AND (m.told ->> 'starts_at')::timestamptz = c.starts_at)
"""
"""Who was told only just now needs no reminder."""

_REMINDERS = text(f"""
SELECT DISTINCT ON (w.who, coalesce(b.round_id, c.id), (c.starts_at AT TIME ZONE s.time_zone)::date)
       '{MessageKind.REMINDER}' AS kind, c.id, w.who
{_AHEAD} AND c.starts_at <= :now + make_interval(hours => :hours)
{_KNEW.format(ahead="make_interval(hours => :hours)", kind=MessageKind.REMINDER)}
   AND NOT EXISTS (
       SELECT FROM conference_bookings o
         JOIN conversation_participants q ON q.school_id = o.school_id AND q.conversation_id = o.conversation_id
          AND w.who IN (q.guardian_id, q.student_id) AND q.answer IN ('invited', 'accepted')
         JOIN conversations e ON e.school_id = o.school_id AND e.id = o.conversation_id
          AND e.status IN ('planned', 'proposed') AND e.starts_at < c.starts_at
          AND (e.starts_at AT TIME ZONE s.time_zone)::date = (c.starts_at AT TIME ZONE s.time_zone)::date
        WHERE o.school_id = c.school_id AND o.round_id = b.round_id)
 ORDER BY w.who, coalesce(b.round_id, c.id), (c.starts_at AT TIME ZONE s.time_zone)::date, c.starts_at, c.id
""")
"""Of an evening with several talks, of the first one."""

_QUESTIONS = text(f"""
SELECT DISTINCT '{MessageKind.QUESTION}' AS kind, c.id, w.who
{_AHEAD} AND c.starts_at <= :now + make_interval(days => :days) AND p.guardian_id IS NOT NULL AND b.id IS NULL
   AND c.starts_at > :now + make_interval(hours => :hours)
   AND EXISTS (SELECT FROM meeting_types t WHERE t.key = c.meeting_type AND t.school_id IN (c.school_id, :library)
                                             AND t.agenda_set_by = ANY (CAST(:open_agendas AS text[])))
   AND NOT EXISTS (SELECT FROM agenda_points a
                    WHERE a.school_id = c.school_id AND a.conversation_id = c.id AND a.participant_id = p.id)
{_KNEW.format(ahead="make_interval(days => :days)", kind=MessageKind.QUESTION)}
""")
"""Of who brought something already nothing is asked; nor beside a reminder."""

_AGREEMENTS = text("""
SELECT a.id, a.student_id, a.by_on, coalesce(p.guardian_id, p.student_id) AS who
  FROM agreements a
  JOIN schools s ON s.school_id = a.school_id
  JOIN messaging g ON g.school_id = a.school_id
  JOIN conversation_participants p ON p.school_id = a.school_id AND p.conversation_id = a.conversation_id
   AND p.role = a.who AND (a.participant_id IS NULL OR p.id = a.participant_id)
   AND (p.guardian_id IS NOT NULL OR p.student_id = a.student_id)
 WHERE a.school_id = :school_id AND a.done_at IS NULL AND a.who IN ('guardian', 'other_guardian', 'student')
   AND a.by_on BETWEEN (g.created_at AT TIME ZONE s.time_zone)::date AND (:now AT TIME ZONE s.time_zone)::date
   AND NOT EXISTS (
       SELECT FROM messages m
        WHERE m.school_id = a.school_id AND m.resource_id = a.id AND m.told ->> 'by_on' = a.by_on::text
          AND coalesce(m.guardian_id, m.student_id) = coalesce(p.guardian_id, p.student_id))
""")
"""Families hear of what they do themselves; what the school does stands before its own people already."""


async def talks_due(session: SchoolSession, settings: Messaging, moment: datetime) -> list[Due]:
    given = _given(session, moment) | {"hours": settings.reminder_hours}
    asked = given | {"days": settings.question_days, "library": PLATFORM, "open_agendas": OPEN_AGENDAS}
    found = [*await session.execute(_REMINDERS, given), *await session.execute(_QUESTIONS, asked)]
    return [Due(MessageKind(kind), talk_id, who) for kind, talk_id, who in found]


async def agreements_due(session: SchoolSession, moment: datetime) -> list[DueAgreement]:
    return [DueAgreement(*row) for row in await session.execute(_AGREEMENTS, _given(session, moment))]


def _given(session: SchoolSession, moment: datetime) -> dict[str, Any]:
    return {"school_id": session.principal.school_id, "now": moment}


OPEN_AGENDAS = sorted(one for one in AgendaSetBy if ParticipantRole.GUARDIAN in may_bring(one))
"""Forms to which a family may bring topics beforehand (R02, R05)."""
